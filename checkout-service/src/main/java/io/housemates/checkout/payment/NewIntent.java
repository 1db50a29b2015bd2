package io.housemates.checkout.payment;

import java.util.Map;

import io.housemates.platform.Money;

/**
 * A PaymentIntent to be.
 *
 * @param metadata written on the intent: session_id, partner_id, room_id, booking_period_id
 */
public record NewIntent(String sessionId, Money amount, Map<String, String> metadata) {
}
