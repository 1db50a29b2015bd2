package io.housemates.checkout.hosted.guard;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How the hosted pages take payments, how often one student may ask for them (limits are each replica's), and what they forget.
 */
@ConfigMapping(prefix = "housemates.hosted")
public interface HostedConfig {

    /** Where browsers load Stripe.js from: Stripe's own address, or a simulator's. */
    @WithDefault("https://js.stripe.com/v3/")
    URI stripeScript();

    /** Pages and forms per second that one session can keep up. */
    @WithDefault("5")
    @Positive
    int perSession();

    /** The same of one address; a whole residence may share it. */
    @WithDefault("50")
    @Positive
    int perAddress();

    /** At once after a quiet time, as a multiple of either. */
    @WithDefault("20")
    @Positive
    int burst();

    /** How often what was typed in sessions that are over is forgotten. Read by its schedule. */
    @WithDefault("60s")
    Duration forgetDraftsEvery();
}
