package io.housemates.localstack.stripe.fault;

import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can go wrong on the way to the simulator, on the way back, or on the way of a webhook. */
public enum FaultKind {

    /** Nothing is done and no answer comes; the connection is cut after the delay. */
    TIMEOUT_BEFORE(60_000),
    /** The request takes effect, no answer comes; the connection is cut after the delay. */
    TIMEOUT_AFTER(60_000),
    /**
     * Nothing is done and the connection is cut at once. HttpURLConnection repeats such a POST by itself on a kept-alive
     * connection.
     */
    DISCONNECT_BEFORE(0),
    /** The request takes effect and the connection is cut at once. */
    DISCONNECT_AFTER(0),
    /** Too many requests: nothing is done, and the idempotency key does not remember it. */
    STATUS_429(0),
    /** Nothing is done; as at Stripe the idempotency key remembers the 500. */
    STATUS_500(0),
    /** The request takes effect, but a 500 is answered and remembered. */
    STATUS_500_AFTER(0),
    /** Unavailable: nothing is done, and the idempotency key does not remember it. */
    STATUS_503(0),
    /** The request is taken up after the delay; until its answer the idempotency key is in use. */
    SLOW(1_000),
    /** The request takes effect at once and is answered after the delay, so that webhooks win the race. */
    SLOW_ANSWER(1_000),

    /** The event is sent twice. */
    WEBHOOK_DUPLICATED(0),
    /** The event is held back until another one was taken, or until the delay is over. */
    WEBHOOK_REORDERED(2_000),
    /** The event is sent after the delay. */
    WEBHOOK_DELAYED(2_000),
    /** The event is never sent, though Stripe believes it was; it can still be read from {@code /v1/events}. */
    WEBHOOK_DROPPED(0),
    /** The first attempt is signed with another secret. */
    WEBHOOK_FORGED(0),
    /** The first attempt carries a signature that is an hour old. */
    WEBHOOK_STALE(0);

    private final Duration usualDelay;

    FaultKind(long usualDelayMillis) {
        this.usualDelay = Duration.ofMillis(usualDelayMillis);
    }

    public boolean ofWebhooks() {
        return name().startsWith("WEBHOOK_");
    }

    Duration usualDelay() {
        return usualDelay;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static FaultKind named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
