package io.housemates.booking.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the money of a booking has come back. */
public enum RefundState {
    /** Nothing has come back and nothing will. */
    @JsonProperty("none")
    NONE,
    /** On its way. */
    @JsonProperty("pending")
    PENDING,
    /** A part of what was paid has come back. */
    @JsonProperty("partial")
    PARTIAL,
    /** All that was paid has come back. */
    @JsonProperty("refunded")
    REFUNDED,
    /** It was refused, or came back; what is owed is tried again. */
    @JsonProperty("failed")
    FAILED
}
