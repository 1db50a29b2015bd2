package io.housemates.booking.booking;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.Ulids;
import io.housemates.platform.api.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Answers questions about bookings. */
@ApplicationScoped
class BookingReader {

    private final Bookings bookings;
    private final History history;
    private final SearchTerms terms;
    private final Arrivals arrivals;
    private final PersonalData personal;

    BookingReader(Bookings bookings, History history, SearchTerms terms, Arrivals arrivals, PersonalData personal) {
        this.bookings = bookings;
        this.history = history;
        this.terms = terms;
        this.arrivals = arrivals;
        this.personal = personal;
    }

    /** Fails with {@link BookingError#NOT_FOUND} when the caller may see no such booking. */
    Uni<Booking> read(Scope scope, String id) {
        if (!Ulids.isUlid(id)) {
            throw BookingError.NOT_FOUND.exception();
        }
        return arrivals.await(id, () -> Panache.withSession(() -> bookings.find(scope, id))
                .onItem().ifNull().failWith(BookingError.NOT_FOUND::exception));
    }

    /** The booking as its reader sees it, with what it knows about people. */
    Uni<BookingView> view(Booking booking) {
        return personal.show(booking).map(BookingView::from);
    }

    Uni<List<HistoryEntry.View>> history(Scope scope, String id) {
        return read(scope, id).chain(booking -> Panache.withSession(() -> history.of(booking)))
                .map(entries -> entries.stream().map(HistoryEntry::view).toList());
    }

    /** @param path of the list, for its links */
    Uni<Page<BookingView>> list(BookingQuery query, String path) {
        return Panache.withSession(() -> tokens(query.filter())
                .chain(tokens -> bookings.count(query.filter(), tokens)
                        .chain(total -> bookings.list(query, tokens, total < Bookings.COUNTED)
                                .map(rows -> new Counted(total, rows)))))
                .call(counted -> personal.show(counted.rows()))
                .map(counted -> BookingPage.of(counted.rows(), counted.total(), query, path));
    }

    /** What a session found; it is over before the keys are looked for, which need a connection too. */
    private record Counted(long total, List<Booking> rows) {
    }

    /** So many rows of the list; a full answer may have more behind it. */
    Uni<List<Booking>> rows(BookingQuery query) {
        return Panache.withSession(() -> tokens(query.filter()).chain(tokens -> bookings.list(query, tokens, false)))
                .map(rows -> rows.subList(0, Math.min(rows.size(), query.page().perPage())))
                .chain(personal::show);
    }

    private Uni<List<String>> tokens(BookingFilter filter) {
        return filter.searchesByTerm() ? terms.tokens(filter.partnerId(), filter.search()) : Uni.createFrom().nullItem();
    }
}
