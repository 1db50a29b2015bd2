package io.housemates.booking.booking;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.housemates.platform.Money;

/**
 * What has come back of a booking's deposit, as the REST API shows it; money is text in major units.
 *
 * @param state none, pending, partial, refunded (all of it) or failed (it was refused or came back; what is owed is tried
 *        again)
 * @param expected what is to come back in all; null as long as that is not known
 * @param amount what has come back so far
 * @param at when the latest refund was made, null before
 */
record RefundView(RefundState state, @Schema(nullable = true) String expected, String amount, String currency,
        @Schema(nullable = true) Instant at) {

    static RefundView from(Booking booking) {
        Refund refund = booking.refund();
        String currency = booking.period().currency();
        return new RefundView(booking.refundState(),
                refund.due() == null ? null : new Money(refund.due(), currency).text(),
                new Money(refund.refunded(), currency).text(), currency, refund.refundedAt());
    }
}
