package io.housemates.checkout.outbox;

import java.time.Instant;

/** A payment was given back in full: {@code contracts/events/checkout.refunded.v1}. */
public record CheckoutRefunded(String sessionId, String partnerId, String bookingId, Instant refundedAt, String reason,
        CheckoutCompleted.Payment payment, CheckoutCompleted.BookingPeriod bookingPeriod, CheckoutCompleted.RoomType roomType) {

    public static final String TYPE = "checkout.refunded";
}
