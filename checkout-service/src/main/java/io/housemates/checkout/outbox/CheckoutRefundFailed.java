package io.housemates.checkout.outbox;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Stripe, or a bank behind it, refused a refund, which is tried again: {@code contracts/events/checkout.refund_failed.v1}.
 *
 * @param bookingId null when there was no booking
 * @param reason for people
 * @param refundedTotal what is back all the same, all refunds of the session together, major units
 */
public record CheckoutRefundFailed(String sessionId, String partnerId, String bookingId, Instant failedAt, String reason,
        BigDecimal refundedTotal, String currency) {

    public static final String TYPE = "checkout.refund_failed";
}
