package io.housemates.checkout.hold;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The counters of a booking period. Taking a unit is one conditional update, never check-then-insert; the constraint
 * {@code booking_period_capacity} stands behind it. All run in the caller's transaction, by the primary key.
 */
@ApplicationScoped
class Units {

    private static final String TAKE = """
            UPDATE booking_period SET held = held + 1 WHERE id = ?1 AND held + booked < maximum_bookings""";
    private static final String SELL = """
            UPDATE booking_period SET held = held - 1, booked = booked + 1 WHERE id = ?1""";
    private static final String GIVE_BACK_HELD = "UPDATE booking_period SET held = held - 1 WHERE id = ?1";
    private static final String GIVE_BACK_BOOKED = "UPDATE booking_period SET booked = booked - 1 WHERE id = ?1";

    /** False when nothing is left. */
    Uni<Boolean> take(String periodId) {
        return update(TAKE, periodId).map(updated -> updated == 1);
    }

    Uni<Void> sell(String periodId) {
        return update(SELL, periodId).replaceWithVoid();
    }

    Uni<Void> giveBackHeld(String periodId) {
        return update(GIVE_BACK_HELD, periodId).replaceWithVoid();
    }

    Uni<Void> giveBackBooked(String periodId) {
        return update(GIVE_BACK_BOOKED, periodId).replaceWithVoid();
    }

    private static Uni<Integer> update(String sql, String periodId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).setParameter(1, periodId).executeUpdate());
    }
}
