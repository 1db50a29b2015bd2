package io.housemates.booking.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can happen to a booking, as its history tells it. */
enum Change {

    @JsonProperty("confirmed")
    CONFIRMED,

    @JsonProperty("guarantor_confirmed")
    GUARANTOR_CONFIRMED,

    @JsonProperty("cancelled")
    CANCELLED,

    @JsonProperty("erased")
    ERASED,
    @JsonProperty("refunded")
    REFUNDED,
    @JsonProperty("refund_declined")
    REFUND_DECLINED,
    @JsonProperty("refund_failed")
    REFUND_FAILED,
    @JsonProperty("disputed")
    DISPUTED
}
