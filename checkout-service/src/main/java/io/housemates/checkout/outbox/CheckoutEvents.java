package io.housemates.checkout.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** What leaves on topic {@code checkouts}, keyed by session. */
@ApplicationScoped
public class CheckoutEvents {

    private static final String TOPIC = "checkouts";

    private final Outbox outbox;

    CheckoutEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> completed(CheckoutCompleted completed) {
        return outbox.append(TOPIC, completed.sessionId(), CheckoutCompleted.TYPE, completed);
    }

    public Uni<Void> refunded(CheckoutRefunded refunded) {
        return outbox.append(TOPIC, refunded.sessionId(), CheckoutRefunded.TYPE, refunded);
    }

    public Uni<Void> disputed(CheckoutDisputed disputed) {
        return outbox.append(TOPIC, disputed.sessionId(), CheckoutDisputed.TYPE, disputed);
    }

    public Uni<Void> refundDeclined(CheckoutRefundDeclined declined) {
        return outbox.append(TOPIC, declined.sessionId(), CheckoutRefundDeclined.TYPE, declined);
    }

    public Uni<Void> refundFailed(CheckoutRefundFailed failed) {
        return outbox.append(TOPIC, failed.sessionId(), CheckoutRefundFailed.TYPE, failed);
    }

    public Uni<Void> attentionNeeded(CheckoutAttentionNeeded needed) {
        return outbox.append(TOPIC, needed.sessionId(), CheckoutAttentionNeeded.TYPE, needed);
    }
}
