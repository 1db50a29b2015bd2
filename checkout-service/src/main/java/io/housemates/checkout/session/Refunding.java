package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.PaymentState;
import io.housemates.checkout.payment.Payments;
import io.housemates.checkout.payment.RefundResult;
import io.smallrye.mutiny.Uni;

/** How money goes back: claimed first, made outside the transaction, then written down; each method is one transaction. */
@ApplicationScoped
class Refunding {

    private final LockedSessions locked;
    private final Payments payments;
    private final Announcements announcements;
    private final Clock clock;

    Refunding(LockedSessions locked, Payments payments, Announcements announcements, Clock clock) {
        this.locked = locked;
        this.payments = payments;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The refund is ours to make now; one that failed becomes a new try. */
    Uni<Payment> claim(String sessionId) {
        return locked.with(sessionId, (session, payment) -> {
            Uni<Void> again = payment.state() == PaymentState.REFUND_FAILED ? payments.retryRefund(payment, Steps.ACTOR)
                    : Uni.createFrom().voidItem();
            return again.replaceWith(payment);
        });
    }

    Uni<Void> answered(String sessionId, RefundResult result) {
        return locked.with(sessionId, (session, payment) -> {
            if (payment.state() != PaymentState.REFUND_PENDING) {
                return Uni.createFrom().voidItem();
            }
            if (result.isUnsuccessful()) {
                session.nextStepAt = Checks.after(session.steps, session, clock.instant());
                return payments.refundFailed(payment, "Stripe says " + result.status(), Steps.ACTOR);
            }
            session.nextStepAt = null;
            return payments.refunded(payment, result.id(), Steps.ACTOR)
                    .chain(() -> announcements.refunded(session, payment));
        });
    }

    /** The session is booked: has somebody given the money back in Stripe's own dashboard since? */
    Uni<Void> compare(String sessionId, Intent intent) {
        return locked.with(sessionId, (session, payment) -> {
            session.nextStepAt = null;
            return payment.state().isPaid() && intent.refunded() >= intent.amount().amount()
                    ? payments.refundedAtStripe(payment, Steps.ACTOR).chain(() -> announcements.refunded(session, payment))
                    : Uni.createFrom().voidItem();
        });
    }
}
