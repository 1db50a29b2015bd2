package io.housemates.booking.inbox;

import java.math.BigDecimal;

import io.housemates.booking.booking.MoneyNews;
import io.housemates.platform.Money;
import io.housemates.platform.event.UnreadableEventException;

/** An event of checkout's about the money of a session, which may have become a booking. */
interface CheckoutNews {

    /** Null when the session has not. */
    String bookingId();

    /** @throws UnreadableEventException when an amount is none */
    MoneyNews news();

    /**
     * An amount as these events carry it.
     *
     * @param major major units; null for null
     */
    static Money money(BigDecimal major, String currency) {
        try {
            return major == null ? null : Money.ofMajor(major, currency);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new UnreadableEventException("The data has an amount that is none in its currency.");
        }
    }
}
