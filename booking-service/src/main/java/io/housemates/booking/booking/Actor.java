package io.housemates.booking.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who changed a booking. */
public enum Actor {

    @JsonProperty("checkout")
    CHECKOUT,

    @JsonProperty("partner")
    PARTNER,

    @JsonProperty("admin")
    ADMIN,

    /** Nobody: it was kept long enough. */
    @JsonProperty("retention")
    RETENTION
}
