package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.hold.Holds;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Portion;
import io.housemates.checkout.payment.Refunds;
import io.smallrye.mutiny.Uni;

/**
 * Gives back what a session took, money and unit, in the caller's transaction; the refund itself is made by the
 * {@link Reconciler}, which the session is due for at once.
 */
@ApplicationScoped
class Reversals {

    private final CheckoutSessions sessions;
    private final Refunds refunds;
    private final Holds holds;
    private final Clock clock;

    Reversals(CheckoutSessions sessions, Refunds refunds, Holds holds, Clock clock) {
        this.sessions = sessions;
        this.refunds = refunds;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Of a session without a booking: all of the money, and the session is over.
     *
     * @param payment null when nothing was paid
     */
    Uni<Void> ofCheckout(CheckoutSession session, Payment payment, String why, String actor) {
        return refund(session, payment, Portion.all(), why, actor)
                .chain(() -> holds.release(session.id, why, actor))
                .chain(() -> session.isOver() ? Uni.createFrom().voidItem()
                        : sessions.cancel(session, session.nextStepAt, why, actor));
    }

    /**
     * Of a booking that was cancelled: as much of the money as is said, and the unit; once, however often it is called.
     *
     * @return minor units that are to go back now; null where all was done before
     */
    Uni<Long> ofBooking(CheckoutSession session, Payment payment, Portion portion, String why, String actor) {
        return holds.giveUp(session.id, why, actor).chain(given -> given ? refund(session, payment, portion, why, actor)
                : Uni.createFrom().nullItem());
    }

    /** What could not be given back is tried again now. */
    Uni<Void> tryAgain(CheckoutSession session, Payment payment) {
        session.due(clock.instant());
        return payment == null ? Uni.createFrom().voidItem() : refunds.tryNow(payment);
    }

    private Uni<Long> refund(CheckoutSession session, Payment payment, Portion portion, String why, String actor) {
        if (payment == null) {
            session.nextStep(null);
            return Uni.createFrom().item(0L);
        }
        session.due(clock.instant());
        return refunds.request(payment, portion, why, actor);
    }
}
