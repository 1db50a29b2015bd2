package io.housemates.checkout.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to Complete. */
record BookingMade(@JsonProperty("booking_id") String bookingId) {
}
