package io.housemates.checkout.payment;

import java.util.Set;

/** Which of Stripe's events are of interest. */
final class StripeEventTypes {

    /** What the endpoint at Stripe has to be subscribed to, so that nothing is noticed late. */
    static final Set<String> NEEDED = Set.of("payment_intent.succeeded", "payment_intent.payment_failed",
            "payment_intent.canceled", "charge.refunded", "refund.created", "refund.updated", "refund.failed",
            "charge.dispute.created", "charge.dispute.updated",
            "charge.dispute.closed");

    /** Say the same once more, or earlier. */
    private static final Set<String> WELCOME = Set.of("charge.refund.updated", "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated");

    private StripeEventTypes() {
    }

    /** Whether a session may have to move after it. */
    static boolean moves(String type) {
        return NEEDED.contains(type) || WELCOME.contains(type);
    }
}
