package io.housemates.checkout.outbox;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A bank disputes a payment, or has got further with it: {@code contracts/events/checkout.disputed.v1}.
 *
 * @param bookingId null when there was no booking
 * @param state needs_response, under_review, won or lost
 * @param respondBy until when Stripe takes an answer, null where it waits for none
 * @param amount major units
 */
public record CheckoutDisputed(String sessionId, String partnerId, String bookingId, String disputeId, String state,
        String reason, Instant changedAt, Instant respondBy, BigDecimal amount, String currency, Stay bookingPeriod,
        CheckoutCompleted.RoomType roomType) {

    public static final String TYPE = "checkout.disputed";
}
