package io.housemates.checkout.payment;

import java.util.Locale;
import java.util.Map;

import io.housemates.platform.Money;

/**
 * A refund as Stripe shows it now.
 *
 * @param refundId ours from its metadata, null where it was made at Stripe
 * @param attempt which try of ours it is, null where it was made at Stripe
 * @param state PENDING, SUCCEEDED or FAILED
 */
public record StripeRefund(String id, String refundId, String attempt, RefundState state, Money amount) {

    static StripeRefund of(com.stripe.model.Refund refund) {
        Map<String, String> metadata = refund.getMetadata() == null ? Map.of() : refund.getMetadata();
        return new StripeRefund(refund.getId(), metadata.get(NewRefund.REFUND_ID), metadata.get(NewRefund.ATTEMPT),
                state(refund.getStatus()),
                new Money(refund.getAmount(), refund.getCurrency().toUpperCase(Locale.ROOT)));
    }

    /** Source: Stripe, "The Refund object", status. */
    private static RefundState state(String status) {
        return switch (status) {
            case "succeeded" -> RefundState.SUCCEEDED;
            case "failed", "canceled" -> RefundState.FAILED;
            default -> RefundState.PENDING;
        };
    }

    /** Whether this is what became of the refund; an attempt that failed says nothing of later ones. */
    boolean is(Refund ours) {
        return id.equals(ours.stripeId) || ours.stripeId == null && ours.id.equals(refundId)
                && (!isFailed() || Integer.toString(ours.attempt).equals(attempt));
    }

    boolean isFailed() {
        return state == RefundState.FAILED;
    }
}
