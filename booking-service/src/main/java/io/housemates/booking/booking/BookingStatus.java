package io.housemates.booking.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a booking is in its life. */
public enum BookingStatus {

    @JsonProperty("confirmed")
    CONFIRMED,

    @JsonProperty("cancelled")
    CANCELLED
}
