package io.housemates.checkout.outbox;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money of a payment is back with the student: {@code contracts/events/checkout.refunded.v1}.
 *
 * @param bookingId null when there was no booking
 * @param amount of this refund, major units
 * @param refundedTotal all refunds of the session together, major units
 */
public record CheckoutRefunded(String sessionId, String partnerId, String bookingId, Instant refundedAt, String reason,
        BigDecimal amount, BigDecimal refundedTotal, String currency, Stay bookingPeriod, CheckoutCompleted.RoomType roomType) {

    public static final String TYPE = "checkout.refunded";
}
