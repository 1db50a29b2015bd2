package io.housemates.booking.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.housemates.booking.booking.MoneyNews;

/** What a booking needs of {@code checkout.refund_declined} (contracts/events/checkout.refund_declined.v1.schema.json). */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckoutRefundDeclined(String bookingId, Instant declinedAt) implements CheckoutNews {

    CheckoutRefundDeclined {
        requireNonNull(bookingId, "bookingId");
        requireNonNull(declinedAt, "declinedAt");
    }

    @Override
    public MoneyNews news() {
        return new MoneyNews.RefundDeclined(declinedAt);
    }
}
