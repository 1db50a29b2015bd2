package io.housemates.checkout.session;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long things last in a checkout. */
@ConfigMapping(prefix = "housemates.checkout")
interface CheckoutConfig {

    /** Base address of hosted pages for partners without a domain of their own. */
    String publicUrl();

    /** How long a session lives from Start. */
    @WithDefault("30m")
    Duration sessionLife();

    /** How long activity can keep a session alive. */
    @WithDefault("60m")
    Duration longestSession();

    /** How long a paid session without details keeps its unit before it is refunded. */
    @WithDefault("24h")
    Duration attention();

    /**
     * How long the reconciler leaves a step to whoever began it before taking it over. Longer than a call to Stripe
     * can take, and short enough that a crash is mended within a minute.
     */
    @WithDefault("30s")
    Duration lease();

    /** How often the reconciler looks for sessions that are due; at least a second. Read by its schedule. */
    @WithDefault("1s")
    Duration reconcileEvery();

    /** How often what waits is counted for the metrics. Read by its schedule. */
    @WithDefault("15s")
    Duration measureEvery();
}
