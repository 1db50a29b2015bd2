package io.housemates.dispatcher.delivery;

/** Where a delivery stands, as stored and shown. */
public enum DeliveryStatus {
    /** Its first or next attempt is due, under way, or waits for its turn. */
    PENDING,
    /** A 2xx was received. */
    DELIVERED,
    /** The last attempt of the schedule failed; kept for retry and replay. */
    EXHAUSTED,
    /** The egress guard refuses the endpoint's address. */
    BLOCKED,
    /** The endpoint answered 410. */
    GONE,
    /** Recorded while the subscription was disabled; kept for replay. */
    HELD
}
