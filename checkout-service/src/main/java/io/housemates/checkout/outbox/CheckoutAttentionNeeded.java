package io.housemates.checkout.outbox;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Paid, but the student's details are missing: {@code contracts/events/checkout.attention_needed.v1}.
 *
 * @param amount major units
 */
public record CheckoutAttentionNeeded(String sessionId, String partnerId, Instant attentionUntil, BigDecimal amount,
        String currency, Stay bookingPeriod, CheckoutCompleted.RoomType roomType) {

    public static final String TYPE = "checkout.attention_needed";
}
