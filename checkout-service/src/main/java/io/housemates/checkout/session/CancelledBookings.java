package io.housemates.checkout.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Portion;
import io.smallrye.mutiny.Uni;

/** What follows here when a booking is cancelled: its unit is free again and its money, or a part, goes back. */
@ApplicationScoped
public class CancelledBookings {

    private final LockedSessions locked;
    private final Reversals reversals;

    CancelledBookings(LockedSessions locked, Reversals reversals) {
        this.locked = locked;
        this.reversals = reversals;
    }

    /**
     * Joins the caller's transaction or has its own. A second call for the same session changes nothing; people who refunded
     * at Stripe meanwhile were first, and only what is left goes back. {@code checkout.refunded} follows when it did.
     *
     * @param sessionId of a completed session
     * @param portion how much of what was paid
     * @param why for people and for the event, for example {@code booking cancelled: cooling_off}
     * @param actor who asked, for the audit
     */
    public Uni<Void> giveBack(String sessionId, Portion portion, String why, String actor) {
        return locked.with(sessionId, (session, payment) -> reversals.ofBooking(session, payment, portion, why, actor));
    }
}
