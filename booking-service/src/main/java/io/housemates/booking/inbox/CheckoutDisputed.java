package io.housemates.booking.inbox;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.housemates.booking.booking.DisputeState;
import io.housemates.booking.booking.MoneyNews;

/**
 * What a booking needs of {@code checkout.disputed} (contracts/events/checkout.disputed.v1.schema.json).
 *
 * @param bookingId null when the session never became one
 * @param amount major units
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckoutDisputed(String bookingId, DisputeState state, Instant changedAt, BigDecimal amount, String currency)
        implements
            CheckoutNews {

    CheckoutDisputed {
        requireNonNull(state, "state");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
    }

    @Override
    public MoneyNews news() {
        return new MoneyNews.Disputed(CheckoutNews.money(amount, currency), state, changedAt);
    }
}
