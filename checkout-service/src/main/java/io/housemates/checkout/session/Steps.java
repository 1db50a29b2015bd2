package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Payments;
import io.housemates.checkout.payment.ProviderRefusedException;
import io.housemates.checkout.payment.Stripe;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The next step of a session that is due, by the state of its payment. Each step asks Stripe first, outside any
 * transaction, and can be repeated without harm.
 */
@ApplicationScoped
class Steps {

    static final String ACTOR = "reconciler";

    private final CheckoutSessions sessions;
    private final Payments payments;
    private final Stripe stripe;
    private final Fulfilment fulfilment;
    private final Refunding refunding;
    private final Endings endings;
    private final Clock clock;

    Steps(CheckoutSessions sessions, Payments payments, Stripe stripe, Fulfilment fulfilment, Refunding refunding,
            Endings endings, Clock clock) {
        this.sessions = sessions;
        this.payments = payments;
        this.stripe = stripe;
        this.fulfilment = fulfilment;
        this.refunding = refunding;
        this.endings = endings;
        this.clock = clock;
    }

    Uni<Void> next(String sessionId) {
        return Panache.withSession(() -> sessions.findById(sessionId)
                .chain(session -> payments.findById(sessionId).map(payment -> new Due(session, payment))))
                .chain(due -> due.payment == null ? endings.unpaid(sessionId, null) : step(due))
                .onFailure(ProviderRefusedException.class)
                .recoverWithUni(refused -> endings.untold(sessionId, refused.getMessage()));
    }

    private record Due(CheckoutSession session, Payment payment) {
    }

    private Uni<Void> step(Due due) {
        return switch (due.payment.state()) {
            case INIT, UNKNOWN -> abandon(due);
            case AWAITING_METHOD, PROCESSING -> look(due);
            case SUCCEEDED -> due.session.is(SessionState.COMPLETED) ? carryOn(due) : settle(due);
            case REFUND_PENDING, REFUND_FAILED, REFUNDED -> carryOn(due);
            case CANCELLED, FAILED -> endings.rest(due.session.id);
        };
    }

    /**
     * Start never answered, so nobody has the token: find the intent, if there is one, and cancel it. Asking again with the
     * same key tells what the first call did; where Stripe keeps answering with an error, its search does.
     */
    private Uni<Void> abandon(Due due) {
        return stripe.create(CheckoutStart.newIntent(due.session), due.payment.idempotencyKey())
                .onFailure().recoverWithUni(() -> stripe.findBySession(due.session.id)
                        .map(found -> found.isEmpty() ? null : found.get(0)))
                .chain(intent -> intent == null ? endings.withoutIntent(due.session.id)
                        : stripe.cancel(intent.id()).chain(cancelled -> endings.unpaid(due.session.id, cancelled)));
    }

    private Uni<Void> look(Due due) {
        String sessionId = due.session.id;
        String intentId = due.payment.intentId();
        if (due.session.isPastExpiry(clock.instant())) {
            return stripe.cancel(intentId)
                    .chain(intent -> intent.isPaid() ? settle(due) : endings.unpaid(sessionId, intent));
        }
        return stripe.retrieve(intentId).chain(intent -> intent.isPaid() ? settle(due) : endings.open(sessionId, intent));
    }

    private Uni<Void> settle(Due due) {
        return fulfilment.fulfil(due.session.id, null, ACTOR)
                .chain(outcome -> outcome instanceof Outcome.AwaitingDetails ? endings.detailsMissing(due.session.id)
                        : Uni.createFrom().voidItem());
    }

    /** What of the money is to go back, or has gone back at Stripe? */
    private Uni<Void> carryOn(Due due) {
        return refunding.carryOn(due.session.id, due.payment);
    }
}
