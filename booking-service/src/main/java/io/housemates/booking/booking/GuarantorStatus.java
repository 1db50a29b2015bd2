package io.housemates.booking.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether Housing Hand, where it stands as guarantor, has agreed yet; its approval takes some time. */
public enum GuarantorStatus {

    @JsonProperty("pending")
    PENDING,

    @JsonProperty("confirmed")
    CONFIRMED
}
