package io.housemates.booking.inbox;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.housemates.booking.booking.MoneyNews;

/**
 * What a booking needs of {@code checkout.refund_failed} (contracts/events/checkout.refund_failed.v1.schema.json).
 *
 * @param bookingId null when the session never became one
 * @param refundedTotal what is back all the same, major units; null in events from before it was told, like the currency
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckoutRefundFailed(String bookingId, Instant failedAt, BigDecimal refundedTotal,
        String currency) implements CheckoutNews {

    CheckoutRefundFailed {
        requireNonNull(failedAt, "failedAt");
    }

    @Override
    public MoneyNews news() {
        return new MoneyNews.RefundFailed(CheckoutNews.money(refundedTotal, currency), failedAt);
    }
}
