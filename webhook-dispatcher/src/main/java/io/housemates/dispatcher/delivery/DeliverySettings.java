package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How deliveries are made; every default is the documented behaviour. */
@ConfigMapping(prefix = "dispatcher.delivery")
public interface DeliverySettings {

    /** The wait before each attempt, as many as there are of them; the first is made at once, whatever its own says. */
    @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> schedule();

    /** The share by which a wait may be shorter or longer. */
    @WithDefault("0.2")
    double jitter();

    /** Bound of a whole attempt: DNS, connect, TLS, headers, body. */
    @WithDefault("15s")
    Duration deadline();

    /** How long a claimed delivery belongs to one instance: the deadline, a quarter of it, and time to wait for a turn. */
    @WithDefault("60s")
    Duration lease();

    /** Attempts under way in this instance, and as many that have ended and are not written down yet. */
    @WithDefault("256")
    int maxInFlight();

    /** The share of those that retries may take; first attempts may take the same share from the other side. */
    @WithDefault("0.75")
    double retryShare();

    /** Attempts under way to one endpoint at the start; adapts from there. */
    @WithDefault("8")
    int initialConcurrency();

    /** The most attempts under way to one endpoint. */
    @WithDefault("128")
    int maxConcurrency();

    /** Deliveries that wait in memory for one endpoint; more wait in the database. */
    @WithDefault("512")
    int maxQueuedPerEndpoint();

    /** Deliveries that wait in memory for any endpoint; the intake pauses above. */
    @WithDefault("4096")
    int maxQueued();

    /** How often due deliveries are looked for when there were none. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** Failures in a row that open an endpoint's circuit breaker. */
    @WithDefault("5")
    int breakerFailures();

    /** How long the breaker stays open at first; doubles with each failed probe. */
    @WithDefault("5s")
    Duration breakerPause();

    /** The longest the breaker stays open between two probes. */
    @WithDefault("5m")
    Duration breakerLongestPause();

    /**
     * How long an endpoint may fail without a single success before it is disabled; warnings come at 25, 50 and 75 %, and a
     * quarter of the time follows the last of them, however late it comes.
     */
    @WithDefault("5d")
    Duration disableAfter();

    /** How often failing endpoints are looked at. Read by its schedule. */
    @WithDefault("60s")
    Duration healthWatchInterval();

    /** How long finished deliveries, attempts and events can be seen and replayed; whole days. */
    @WithDefault("30d")
    Duration retention();
}
