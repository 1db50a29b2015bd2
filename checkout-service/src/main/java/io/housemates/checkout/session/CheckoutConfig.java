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
     * How long the reconciler leaves a step to whoever began it before taking it over. Longer than Start can take with its
     * one call to Stripe, and short enough that a crash is mended within a minute.
     */
    @WithDefault("60s")
    Duration lease();

    /**
     * How often Stripe is asked about the payment of a booking, though it told nothing: by then a refund or a dispute is
     * noticed whose webhook was lost.
     */
    @WithDefault("24h")
    Duration watchEvery();

    /** For how long from Start: students can dispute a payment for about four months. */
    @WithDefault("120d")
    Duration watchFor();

    /** How often the reconciler looks for sessions that are due; at least a second. Read by its schedule. */
    @WithDefault("1s")
    Duration reconcileEvery();

    /** How often what waits is counted for the metrics. Read by its schedule. */
    @WithDefault("15s")
    Duration measureEvery();
}
