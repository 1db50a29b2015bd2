package io.housemates.booking.inbox;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.housemates.booking.booking.MoneyNews;

/**
 * What a booking needs of {@code checkout.refunded} (contracts/events/checkout.refunded.v1.schema.json).
 *
 * @param bookingId null when the session never became one
 * @param amount of this refund, major units
 * @param refundedTotal all refunds of the session, major units; null in events of full refunds from before it was told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckoutRefunded(String bookingId, Instant refundedAt, BigDecimal amount, BigDecimal refundedTotal,
        String currency) implements CheckoutNews {

    CheckoutRefunded {
        requireNonNull(refundedAt, "refundedAt");
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
    }

    @Override
    public MoneyNews news() {
        return new MoneyNews.Refunded(CheckoutNews.money(amount, currency),
                CheckoutNews.money(refundedTotal == null ? amount : refundedTotal, currency), refundedAt);
    }
}
