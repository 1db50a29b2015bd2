package io.housemates.checkout.outbox;

import java.time.Instant;

/** Paid, but the student's details are missing: {@code contracts/events/checkout.attention_needed.v1}. */
public record CheckoutAttentionNeeded(String sessionId, String partnerId, Instant attentionUntil,
        CheckoutCompleted.Payment payment, CheckoutCompleted.BookingPeriod bookingPeriod, CheckoutCompleted.RoomType roomType) {

    public static final String TYPE = "checkout.attention_needed";
}
