package io.housemates.checkout.session;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.audit.Audit;
import io.housemates.checkout.hold.Holds;
import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.PaymentState;
import io.housemates.checkout.payment.Payments;
import io.smallrye.mutiny.Uni;

/** How sessions end without a booking; each method is one transaction under the session's lock. */
@ApplicationScoped
class Endings {

    private final LockedSessions locked;
    private final Payments payments;
    private final Holds holds;
    private final Reversals reversals;
    private final Announcements announcements;
    private final Audit audit;
    private final Clock clock;
    private final CheckoutConfig config;

    Endings(LockedSessions locked, Payments payments, Holds holds, Reversals reversals, Announcements announcements,
            Audit audit, Clock clock,
            CheckoutConfig config) {
        this.locked = locked;
        this.payments = payments;
        this.holds = holds;
        this.reversals = reversals;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /** Not paid: over if its intent is cancelled or its time is up, otherwise looked at again later. */
    Uni<Void> unpaid(String sessionId, Intent intent) {
        return locked.with(sessionId, (session, payment) -> {
            Uni<Void> mirrored = intent == null ? nothing() : payments.mirror(payment, intent, Steps.ACTOR);
            return mirrored.chain(() -> payment == null || payment.state() == PaymentState.CANCELLED ? end(session)
                    : lookAgain(session));
        });
    }

    /** Stripe has no intent for the session; believed only after its search has been asked over more than an hour. */
    Uni<Void> withoutIntent(String sessionId) {
        return locked.with(sessionId, (session, payment) -> session.steps < 5 ? lookAgain(session)
                : payments.fail(payment, "Stripe never made the intent", Steps.ACTOR).chain(() -> end(session)));
    }

    private Uni<Void> lookAgain(CheckoutSession session) {
        session.nextStep(Checks.after(session.steps, session, clock.instant()), clock.instant());
        return nothing();
    }

    private Uni<Void> end(CheckoutSession session) {
        if (session.isOver()) {
            session.nextStepAt = null;
            return nothing();
        }
        boolean expired = session.isPastExpiry(clock.instant());
        if (session.isFree() && !expired) {
            session.nextStepAt = session.expiresAt;
            return nothing();
        }
        String why = expired ? "time is up" : "the payment was cancelled";
        return holds.release(session.id, why, Steps.ACTOR)
                .chain(() -> audit.record(expired ? session.expire() : session.cancel(null), why, Steps.ACTOR));
    }

    /** Paid, but nobody told us who moves in: people have until {@code attention} is over, then the money goes back. */
    Uni<Void> detailsMissing(String sessionId) {
        Instant now = clock.instant();
        return locked.with(sessionId, (session, payment) -> {
            if (session.isOver() || !payment.state().isPaid() || !session.isPastExpiry(now)) {
                return nothing();
            }
            if (!session.is(SessionState.NEEDS_ATTENTION)) {
                return audit.record(session.needAttention(now.plus(config.attention())), "paid, details missing", Steps.ACTOR)
                        .chain(() -> announcements.attentionNeeded(session));
            }
            return now.isBefore(session.attentionUntil) ? nothing()
                    : reversals.ofCheckout(session, payment, "details never came", Steps.ACTOR);
        });
    }

    /** Nothing is left to do. */
    Uni<Void> rest(String sessionId) {
        return locked.with(sessionId, (session, payment) -> end(session));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
