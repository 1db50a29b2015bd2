package io.housemates.checkout.outbox;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment was given back in full: {@code contracts/events/checkout.refunded.v1}.
 *
 * @param bookingId null when there was no booking
 * @param amount major units
 */
public record CheckoutRefunded(String sessionId, String partnerId, String bookingId, Instant refundedAt, String reason,
        BigDecimal amount, String currency, Stay bookingPeriod, CheckoutCompleted.RoomType roomType) {

    public static final String TYPE = "checkout.refunded";
}
