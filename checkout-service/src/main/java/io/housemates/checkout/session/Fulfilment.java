package io.housemates.checkout.session;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.details.SealedDetails;
import io.housemates.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/**
 * The one idempotent function behind every door: Complete, Stripe's webhook, the hosted return page, the reconciler.
 *
 * Stripe is asked first, outside any transaction; then {@link Settlement} decides under the session's lock.
 */
@ApplicationScoped
class Fulfilment {

    private final AtStripe atStripe;
    private final Settlement settlement;
    private final Outbox outbox;

    Fulfilment(AtStripe atStripe, Settlement settlement, Outbox outbox) {
        this.atStripe = atStripe;
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
        return atStripe.beforeBooking(sessionId)
                .chain(shown -> outbox
                        .transaction(() -> settlement.settle(sessionId, shown, details, actor).call(told::apply)));
    }
}
