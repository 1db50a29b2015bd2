package io.housemates.checkout.payment;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How Stripe is reached. */
@ConfigMapping(prefix = "housemates.stripe")
public interface StripeConfig {

    /** Base address of the API, {@code https://api.stripe.com} or a simulator's. */
    String apiBase();

    /** Key the service calls the API with. */
    String secretKey();

    /** Key handed to the students' browsers. */
    String publishableKey();

    /** Secret that signs Stripe's webhooks to us. */
    String webhookSecret();

    /** How old a signed webhook may be. */
    @WithDefault("300s")
    Duration webhookTolerance();

    @WithDefault("2s")
    Duration connectTimeout();

    @WithDefault("20s")
    Duration readTimeout();

    /** Calls to Stripe under way at once in this replica. */
    @WithDefault("32")
    int concurrency();

    /**
     * Calls that may wait for one of those. New checkouts are refused when half of them do, so that what is already under
     * way still finds a place.
     */
    @WithDefault("800")
    int queue();

    /** How long a call may have waited when its turn comes; a later one is not made. */
    @WithDefault("5s")
    Duration patience();

    /** How often is looked whether Stripe's endpoint is subscribed to all that is needed. Read by its schedule. */
    @WithDefault("15m")
    Duration subscriptionCheck();

    Circuit circuit();

    /** When calls are no longer tried. */
    interface Circuit {

        /** How many of the latest calls are looked at. */
        @WithDefault("20")
        int calls();

        /** The part of them without a usable answer at which no more are tried. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long none is tried; after it a single one finds out whether Stripe is back. */
        @WithDefault("5s")
        Duration pause();
    }
}
