package io.housemates.booking.booking;

import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How long this service keeps what it must not keep for ever. Periods are written as {@code P30D}, {@code P6M}, {@code P6Y}.
 */
@ConfigMapping(prefix = "housemates.kept")
interface Kept {

    /** Who a booking is about, from the end of its period: as long as claims can be made. What was sold and paid stays. */
    @WithDefault("P6Y")
    Period bookings();
}
