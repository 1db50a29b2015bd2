package io.housemates.booking.booking;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.privacy.BlindIndex;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Words under which a booking is found, kept as tokens nobody can read; a search has to name one of them whole. */
@ApplicationScoped
class SearchTerms {

    private static final String PARTNERS = "SELECT partner_id FROM partner_copy";
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
                .setParameter(2, String.join("\n", termsOf(booking.details().resident(), booking.partnerId())))
                .executeUpdate()).replaceWithVoid();
    }

    /**
     * The tokens under which the text may have been filed.
     *
     * @param partnerId null for all partners' bookings
     */
    Uni<List<String>> tokens(String partnerId, String text) {
        return realms(partnerId).map(realms -> index.tokens(realms, text));
    }

    /**
     * Each partner's words are tokens of their own: who has the database cannot tell that two partners know the same person.
     */
    private static Uni<List<String>> realms(String partnerId) {
        return partnerId != null ? Uni.createFrom().item(List.of(partnerId))
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(PARTNERS, String.class).getResultList());
    }

    /** Under which bookings are filed now. */
    String mark() {
        return index.mark();
    }

    /** Served by booking_search_booking. */
    Uni<Void> remove(Booking booking) {
        return Panache.getSession().chain(session -> session.createNativeQuery(REMOVE)
                .setParameter(1, booking.id()).executeUpdate()).replaceWithVoid();
    }

    private List<String> termsOf(Resident resident, String partnerId) {
        return Stream.of(resident.email(), resident.firstName(), resident.lastName(),
                resident.firstName() + " " + resident.lastName()).map(word -> index.token(partnerId, word)).distinct().toList();
    }
}
