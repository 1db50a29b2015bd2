package io.housemates.checkout.limit;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a partner may ask of each replica; pages call Start on every load, so it is meant for accidents. */
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

    /**
     * Starts, saved details and Completes of a partner that may be under way at once; fewer than the calls to Stripe that may
     * wait before new checkouts are refused.
     */
    @WithDefault("200")
    @Positive
    int callsAtOnce();
}
