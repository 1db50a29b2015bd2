package io.housemates.checkout.retention;

import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How long this service keeps what it must not keep for ever. Periods are written as {@code P30D}, {@code P6M}, {@code P6Y}.
 */
@ConfigMapping(prefix = "housemates.kept")
interface Kept {

    /** A session that became no booking, from when its time was up or its money was back. */
    @WithDefault("P30D")
    Period abandonedSessions();

    /** What Stripe told us, from when it came; longer than a payment can be disputed. */
    @WithDefault("P18M")
    Period stripeEvents();
}
