package io.housemates.checkout.payment;

import java.util.Map;

/**
 * A refund as Stripe is asked for it: the same words under the same key however often it is asked.
 *
 * @param refundId ours, written on Stripe's refund as metadata with the attempt: the recovery key
 * @param amount minor units
 */
public record NewRefund(String refundId, int attempt, String intentId, long amount) {

    static final String REFUND_ID = "refund_id";
    static final String ATTEMPT = "attempt";

    String idempotencyKey() {
        return "refund-" + refundId + "-" + attempt;
    }

    Map<String, String> metadata() {
        return Map.of(REFUND_ID, refundId, ATTEMPT, Integer.toString(attempt));
    }
}
