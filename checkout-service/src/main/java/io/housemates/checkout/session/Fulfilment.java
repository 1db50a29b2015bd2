package io.housemates.checkout.session;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.details.SealedDetails;
import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Payments;
import io.housemates.checkout.payment.Stripe;
import io.housemates.platform.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The one idempotent function behind every door: Complete, Stripe's webhook, the hosted return page, the reconciler.
 *
 * Stripe is asked first, outside any transaction; then {@link Settlement} decides under the session's lock.
 */
@ApplicationScoped
class Fulfilment {

    private final Payments payments;
    private final Stripe stripe;
    private final Settlement settlement;
    private final Outbox outbox;

    Fulfilment(Payments payments, Stripe stripe, Settlement settlement, Outbox outbox) {
        this.payments = payments;
        this.stripe = stripe;
        this.settlement = settlement;
        this.outbox = outbox;
    }

    /**
     * @param details what the student said just now; null at the doors that bring none
     * @param actor who knocks, for the audit
     */
    Uni<Outcome> fulfil(String sessionId, SealedDetails details, String actor) {
        return fulfil(sessionId, details, actor, outcome -> Uni.createFrom().voidItem());
    }

    /** @param told is told how it came out, in the transaction that makes it so */
    Uni<Outcome> fulfil(String sessionId, SealedDetails details, String actor, Function<Outcome, Uni<Void>> told) {
        return Panache.withSession(() -> payments.findById(sessionId))
                .chain(this::asStripeShowsIt)
                .chain(shown -> outbox
                        .transaction(() -> settlement.settle(sessionId, shown, details, actor).call(told::apply)));
    }

    /** Null where there is nothing to ask: no deposit, no intent yet, or a mirror that is final. */
    private Uni<Shown> asStripeShowsIt(Payment payment) {
        return payment == null || payment.intentId() == null || payment.state().isSettled()
                ? Uni.createFrom().nullItem()
                : stripe.retrieve(payment.intentId()).chain(this::withRefunds);
    }

    /** Somebody at Stripe may have given the money back before we knew that it came. */
    private Uni<Shown> withRefunds(Intent intent) {
        return intent.refunded() == 0 ? Uni.createFrom().item(new Shown(intent, List.of()))
                : stripe.refundsOf(intent.id()).map(refunds -> new Shown(intent, refunds));
    }
}
