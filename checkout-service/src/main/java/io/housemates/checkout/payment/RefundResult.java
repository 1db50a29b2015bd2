package io.housemates.checkout.payment;

/**
 * What Stripe says of a refund.
 *
 * @param id null when it was made by somebody else
 * @param status Stripe's: pending, requires_action, succeeded, failed, canceled
 */
public record RefundResult(String id, String status) {

    static final RefundResult ALREADY = new RefundResult(null, "succeeded");

    public boolean isUnsuccessful() {
        return "failed".equals(status) || "canceled".equals(status);
    }
}
