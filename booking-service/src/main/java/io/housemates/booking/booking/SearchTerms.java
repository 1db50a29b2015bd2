package io.housemates.booking.booking;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Words under which a booking is found; a search has to name one of them whole. */
@ApplicationScoped
class SearchTerms {

    /** Served by the primary key; ids sort by time, so the newest bookings come first. */
    private static final String FIND = "SELECT booking_id FROM booking_search WHERE term = ?1 ORDER BY booking_id DESC LIMIT 1000";
    private static final String ADD = """
            INSERT INTO booking_search (term, booking_id)
            SELECT term, ?1 FROM unnest(string_to_array(?2, chr(10))) AS term ON CONFLICT DO NOTHING""";

    /** Joins the caller's transaction. */
    Uni<Void> add(Booking booking) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD)
                .setParameter(1, booking.id())
                .setParameter(2, String.join("\n", termsOf(booking.details().resident())))
                .executeUpdate()).replaceWithVoid();
    }

    /** The newest thousand at most. */
    Uni<List<String>> find(String text) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FIND, String.class)
                .setParameter(1, normal(text)).getResultList());
    }

    static List<String> termsOf(Resident resident) {
        return Stream.of(resident.email(), resident.firstName(), resident.lastName(),
                resident.firstName() + " " + resident.lastName()).map(SearchTerms::normal).distinct().toList();
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
