package io.housemates.checkout.outbox;

import java.time.Instant;

/**
 * A booking was cancelled and nothing, or nothing more, comes back: {@code contracts/events/checkout.refund_declined.v1}.
 *
 * @param reason for people
 */
public record CheckoutRefundDeclined(String sessionId, String partnerId, String bookingId, Instant declinedAt, String reason) {

    public static final String TYPE = "checkout.refund_declined";
}
