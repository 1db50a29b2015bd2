package io.housemates.booking.inbox;

import io.housemates.booking.booking.MoneyNews;

/** An event of checkout's about the money of a session, which may have become a booking. */
interface CheckoutNews {

    /** Null when the session has not. */
    String bookingId();

    MoneyNews news();
}
