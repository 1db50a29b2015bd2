package io.housemates.booking.booking;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.privacy.BlindIndex;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Words under which a booking is found, kept as tokens nobody can read; a search has to name one of them whole. */
@ApplicationScoped
class SearchTerms {

    /** Served by the primary key; ids sort by time, so the newest bookings come first. */
    private static final String FIND = "SELECT booking_id FROM booking_search WHERE term = ?1 ORDER BY booking_id DESC LIMIT 1000";
    private static final String ADD = """
            INSERT INTO booking_search (term, booking_id)
            SELECT term, ?1 FROM unnest(string_to_array(?2, chr(10))) AS term ON CONFLICT DO NOTHING""";

    private static final String REMOVE = "DELETE FROM booking_search WHERE booking_id = ?1";

    private final BlindIndex index;

    SearchTerms(BlindIndex index) {
        this.index = index;
    }

    /** Joins the caller's transaction, like everything here. */
    Uni<Void> add(Booking booking) {
        if (booking.details().resident() == null) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD)
                .setParameter(1, booking.id())
                .setParameter(2, String.join("\n", termsOf(booking.details().resident())))
                .executeUpdate()).replaceWithVoid();
    }

    /** The newest thousand at most. */
    Uni<List<String>> find(String text) {
        return Multi.createFrom().iterable(index.tokens(text))
                .onItem().transformToUniAndConcatenate(this::ofToken)
                .collect().asList().map(found -> found.stream().flatMap(List::stream).toList());
    }

    /** Served by booking_search_booking. */
    Uni<Void> remove(Booking booking) {
        return Panache.getSession().chain(session -> session.createNativeQuery(REMOVE)
                .setParameter(1, booking.id()).executeUpdate()).replaceWithVoid();
    }

    private Uni<List<String>> ofToken(String token) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FIND, String.class)
                .setParameter(1, token).getResultList());
    }

    private List<String> termsOf(Resident resident) {
        return Stream.of(resident.email(), resident.firstName(), resident.lastName(),
                resident.firstName() + " " + resident.lastName()).map(index::token).distinct().toList();
    }
}
