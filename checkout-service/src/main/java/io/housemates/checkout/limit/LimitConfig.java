package io.housemates.checkout.limit;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often a partner may start checkouts, in each replica; pages call Start on every load, so it is meant for accidents. */
@ConfigMapping(prefix = "housemates.limits")
interface LimitConfig {

    /** Starts per second that a partner can keep up. */
    @WithDefault("100")
    @Positive
    int startsPerSecond();

    /** Starts at once after a quiet time. */
    @WithDefault("1000")
    @Positive
    int startBurst();
}
