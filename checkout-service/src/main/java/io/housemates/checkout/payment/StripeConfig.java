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
}
