package io.housemates.booking.booking;

import java.time.Duration;
import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How long this service keeps what it must not keep for ever, or not as it is. Periods are written as {@code P30D},
 * {@code P6M}, {@code P6Y}.
 */
@ConfigMapping(prefix = "housemates.kept")
interface Kept {

    /** Who a booking is about, from the end of its period: as long as claims can be made. What was sold and paid stays. */
    @WithDefault("P6Y")
    Period bookings();

    /** How often details are looked for that bookings of older versions still hold in clear. Read by its schedule. */
    @WithDefault("10m")
    Duration lookForClearDetails();
}
