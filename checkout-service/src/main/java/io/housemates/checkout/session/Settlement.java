package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.audit.Audit;
import io.housemates.checkout.details.SealedDetails;
import io.housemates.checkout.hold.Holds;
import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Payments;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;

/** Decides a session under its lock: book it, wait, or give the money back. One transaction, no network. */
@ApplicationScoped
class Settlement {

    private final CheckoutSessions sessions;
    private final Payments payments;
    private final Holds holds;
    private final Reversals reversals;
    private final Announcements announcements;
    private final Audit audit;
    private final Ulids ulids;
    private final Clock clock;
    private final CheckoutConfig config;

    Settlement(CheckoutSessions sessions, Payments payments, Holds holds, Reversals reversals, Announcements announcements,
            Audit audit, Ulids ulids,
            Clock clock, CheckoutConfig config) {
        this.sessions = sessions;
        this.payments = payments;
        this.holds = holds;
        this.reversals = reversals;
        this.announcements = announcements;
        this.audit = audit;
        this.ulids = ulids;
        this.clock = clock;
        this.config = config;
    }

    /**
     * @param intent as Stripe showed it a moment ago, null when it was not asked
     * @param details given at this door, null otherwise
     */
    Uni<Outcome> settle(String sessionId, Intent intent, SealedDetails details, String actor) {
        return sessions.lock(sessionId).chain(session -> {
            if (session.is(SessionState.COMPLETED)) {
                return Uni.createFrom().item(new Outcome.AlreadyBooked(session.bookingId));
            }
            return session.isFree() ? settleFree(session, details, actor)
                    : payments.lock(sessionId).chain(payment -> settlePaid(session, payment, intent, details, actor));
        });
    }

    private Uni<Outcome> settleFree(CheckoutSession session, SealedDetails details, String actor) {
        if (session.isOver() || session.isPastExpiry(clock.instant())) {
            return Uni.createFrom().item(new Outcome.Over());
        }
        return details == null && session.details == null ? Uni.createFrom().item(new Outcome.AwaitingDetails())
                : book(session, null, details, actor);
    }

    private Uni<Outcome> settlePaid(CheckoutSession session, Payment payment, Intent intent, SealedDetails details,
            String actor) {
        if (intent != null && intent.isPaid() && !payment.agreesWith(intent)) {
            return setAside(session, payment, intent, actor);
        }
        Uni<Void> mirrored = intent == null ? Uni.createFrom().voidItem() : payments.mirror(payment, intent, actor);
        return mirrored.chain(() -> {
            if (!payment.state().isPaid()) {
                return Uni.createFrom().item(unpaid(session, payment));
            }
            if (session.isOver()) {
                return giveBack(session, payment, "paid after the session was over", actor);
            }
            return details == null && session.details == null ? awaitDetails(session, payment, actor)
                    : book(session, payment, details, actor);
        });
    }

    private Outcome unpaid(CheckoutSession session, Payment payment) {
        if (payment.state().isRefunding() || payment.state().isRefunded()) {
            return new Outcome.SoldOut();
        }
        return session.isOver() || session.isPastExpiry(clock.instant()) ? new Outcome.Over() : new Outcome.Unpaid();
    }

    private Uni<Outcome> book(CheckoutSession session, Payment payment, SealedDetails details, String actor) {
        if (details != null) {
            session.details = details;
        }
        return holds.consume(session.id, session.periodId, actor).chain(taken -> {
            if (!taken) {
                return giveBack(session, payment, "sold out", actor);
            }
            var move = session.complete(ulids.next(), clock.instant());
            return audit.record(move, "paid, and details given", actor)
                    .call(() -> announcements.completed(session, payment))
                    .map(done -> new Outcome.Booked(session.bookingId));
        });
    }

    /** The unit is kept from the moment of payment; after the session's time it needs attention. */
    private Uni<Outcome> awaitDetails(CheckoutSession session, Payment payment, String actor) {
        return holds.take(session.id, session.periodId, session.expiresAt.plus(config.attention()), actor).chain(taken -> {
            if (!taken) {
                return giveBack(session, payment, "sold out", actor);
            }
            session.nextStepAt = session.holdUntil();
            return Uni.createFrom().item(new Outcome.AwaitingDetails());
        });
    }

    private Uni<Outcome> giveBack(CheckoutSession session, Payment payment, String why, String actor) {
        return reversals.ofCheckout(session, payment, why, actor).map(done -> new Outcome.SoldOut());
    }

    /** People have until {@code attention} is over to look at it; then the money goes back. */
    private Uni<Outcome> setAside(CheckoutSession session, Payment payment, Intent intent, String actor) {
        String why = "the payment is not what was agreed";
        if (session.isOver() || session.is(SessionState.NEEDS_ATTENTION) && !clock.instant().isBefore(session.attentionUntil)) {
            return payments.mirror(payment, intent, actor).chain(() -> payment.state().isPaid()
                    ? giveBack(session, payment, why, actor)
                    : Uni.createFrom().item(new Outcome.Mismatch()));
        }
        Uni<Void> moved = session.is(SessionState.NEEDS_ATTENTION) ? Uni.createFrom().voidItem()
                : audit.record(session.needAttention(clock.instant().plus(config.attention())), why, actor);
        return moved.invoke(() -> session.nextStepAt = session.attentionUntil).map(done -> new Outcome.Mismatch());
    }
}
