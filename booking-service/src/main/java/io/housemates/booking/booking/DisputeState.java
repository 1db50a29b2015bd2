package io.housemates.booking.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a bank has got with its claim on the payment of a booking. */
public enum DisputeState {

    @JsonProperty("needs_response")
    NEEDS_RESPONSE,

    @JsonProperty("under_review")
    UNDER_REVIEW,

    /** The money stays. */
    @JsonProperty("won")
    WON,

    /** The bank has given it back. */
    @JsonProperty("lost")
    LOST
}
