package io.housemates.booking.booking;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** A booking with what is kept beside it: search terms and history. */
@ApplicationScoped
class BookingRecords {

    private final Bookings bookings;
    private final SearchTerms terms;
    private final History history;
    private final PersonalData personal;

    BookingRecords(Bookings bookings, SearchTerms terms, History history, PersonalData personal) {
        this.bookings = bookings;
        this.terms = terms;
        this.history = history;
        this.personal = personal;
    }

    Uni<Void> add(Booking booking) {
        booking.file(terms.mark());
        return bookings.persistAndFlush(booking)
                .chain(() -> terms.add(booking))
                .chain(() -> note(HistoryEntry.confirmed(booking)));
    }

    /** Fails with {@link BookingError#NOT_FOUND} when the caller may change no such booking. */
    Uni<Booking> lock(Scope scope, String id) {
        return bookings.lock(scope, id).onItem().ifNull().failWith(BookingError.NOT_FOUND::exception);
    }

    /** For what checkout tells; null when there is no such booking. */
    Uni<Booking> lockIfThere(String id) {
        return bookings.lock(Scope.ofAdmin(), id);
    }

    /** Nobody finds the booking by its student any more, and nobody can read who that was. */
    Uni<Void> forgetPeople(Booking booking) {
        return terms.remove(booking).chain(() -> personal.destroy(booking));
    }

    Uni<Void> note(HistoryEntry entry) {
        return history.persist(entry).replaceWithVoid();
    }
}
