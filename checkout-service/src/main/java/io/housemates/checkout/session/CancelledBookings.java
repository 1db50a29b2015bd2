package io.housemates.checkout.session;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.cancellation.CancellationPolicies;
import io.housemates.checkout.cancellation.CancellationReason;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Portion;
import io.smallrye.mutiny.Uni;

/** What follows here when a booking is cancelled: its unit is free again and its money, or a part, goes back. */
@ApplicationScoped
public class CancelledBookings {

    private static final String ACTOR = "booking-service";

    private final LockedSessions locked;
    private final Reversals reversals;
    private final CancellationPolicies policies;
    private final Announcements announcements;

    CancelledBookings(LockedSessions locked, Reversals reversals, CancellationPolicies policies, Announcements announcements) {
        this.locked = locked;
        this.reversals = reversals;
        this.policies = policies;
        this.announcements = announcements;
    }

    /**
     * Gives back what the terms say that the room was sold with. Fails with {@link CheckoutError#CHECKOUT_SESSION_NOT_FOUND}
     * where no such session was completed as that booking.
     */
    public Uni<Void> settle(String sessionId, String bookingId, CancellationReason reason, Instant cancelledAt) {
        return locked.with(sessionId, (session, payment) -> {
            if (!bookingId.equals(session.bookingId)) {
                throw CheckoutError.CHECKOUT_SESSION_NOT_FOUND.exception();
            }
            int percent = policies.terms(session.offer.cancellation(), session.completedAt).percent(reason, cancelledAt);
            return giveBack(session, payment, Portion.percent(percent), "booking cancelled: " + reason.text(), ACTOR);
        });
    }

    /**
     * Joins the caller's transaction or has its own. A second call for the same session changes nothing; people who
     * refunded at Stripe meanwhile were first, and only the rest of the portion goes back. {@code checkout.refunded}
     * follows when it did, {@code checkout.refund_declined} at once where nothing is to go back.
     *
     * @param sessionId of a completed session
     * @param portion how much of what was paid
     * @param why for people and for the event, for example {@code booking cancelled: cooling_off}
     * @param actor who asked, for the audit
     */
    public Uni<Void> giveBack(String sessionId, Portion portion, String why, String actor) {
        return locked.with(sessionId, (session, payment) -> giveBack(session, payment, portion, why, actor));
    }

    private Uni<Void> giveBack(CheckoutSession session, Payment payment, Portion portion, String why, String actor) {
        return reversals.ofBooking(session, payment, portion, why, actor)
                .chain(amount -> payment != null && amount != null && amount == 0
                        ? announcements.refundDeclined(session, why)
                        : Uni.createFrom().voidItem());
    }
}
