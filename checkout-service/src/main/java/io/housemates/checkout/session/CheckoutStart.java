package io.housemates.checkout.session;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.NewIntent;
import io.housemates.checkout.payment.Payments;
import io.housemates.checkout.payment.ProviderRefusedException;
import io.housemates.checkout.payment.ProviderUnavailableException;
import io.housemates.checkout.payment.Stripe;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Opens a session in three phases: write down what is meant, ask Stripe, write down what Stripe said. Whatever ends in
 * between is picked up by the {@link Reconciler} when the first phase's lease is over.
 */
@ApplicationScoped
class CheckoutStart {

    private static final String ACTOR = "partner";

    private final CheckoutSessions sessions;
    private final Payments payments;
    private final Stripe stripe;
    private final Clock clock;

    CheckoutStart(CheckoutSessions sessions, Payments payments, Stripe stripe, Clock clock) {
        this.sessions = sessions;
        this.payments = payments;
        this.stripe = stripe;
        this.clock = clock;
    }

    /** Gives the PaymentIntent's client secret, null when nothing is to be paid. */
    Uni<String> open(CheckoutSession session) {
        if (!session.isFree()) {
            stripe.requireReachable();
        }
        return write(session)
                .chain(() -> session.isFree() ? Uni.createFrom().nullItem() : pay(session).map(Intent::clientSecret));
    }

    private Uni<Void> write(CheckoutSession session) {
        return Panache.withTransaction(() -> sessions.begin(session, ACTOR)
                .call(() -> session.isFree() ? Uni.createFrom().voidItem()
                        : payments.begin(session.id, session.money(), ACTOR)));
    }

    private Uni<Intent> pay(CheckoutSession session) {
        return stripe.create(newIntent(session), Payments.firstKey(session.id))
                .onFailure().call(failure -> failure instanceof ProviderRefusedException refused
                        ? writeRefused(session.id, refused)
                        : writeLost(session.id))
                .call(intent -> writeIntent(session.id, intent));
    }

    static NewIntent newIntent(CheckoutSession session) {
        return new NewIntent(session.id, session.money(), Map.of("session_id", session.id, "partner_id", session.partnerId,
                "room_id", session.roomId, "booking_period_id", session.periodId));
    }

    private Uni<Void> writeIntent(String sessionId, Intent intent) {
        return Panache.withTransaction(() -> sessions.lock(sessionId)
                .invoke(this::refuseOver)
                .invoke(session -> session.nextStep(Checks.after(0, session, clock.instant())))
                .chain(() -> payments.lock(sessionId))
                .chain(payment -> payments.mirror(payment, intent, ACTOR)));
    }

    /** There is no intent and will be none, so there is nothing to wait for. */
    private Uni<Void> writeRefused(String sessionId, ProviderRefusedException refused) {
        return Panache.withTransaction(() -> sessions.lock(sessionId)
                .chain(session -> session.isOver() ? Uni.createFrom().voidItem()
                        : payments.lock(sessionId)
                                .chain(payment -> payments.fail(payment, refused.getMessage(), ACTOR))
                                .chain(() -> sessions.cancel(session, null, "Stripe refuses the payment", ACTOR))));
    }

    /** The answer took longer than the lease, and the reconciler has cancelled the intent: nobody may pay it. */
    private void refuseOver(CheckoutSession session) {
        if (session.isOver()) {
            throw new ProviderUnavailableException();
        }
    }

    private Uni<Void> writeLost(String sessionId) {
        return Panache.withTransaction(() -> sessions.lock(sessionId)
                .invoke(session -> session.due(clock.instant()))
                .chain(() -> payments.lock(sessionId))
                .chain(payment -> payments.lost(payment, ACTOR)));
    }
}
