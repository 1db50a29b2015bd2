package io.housemates.dispatcher.delivery;

import java.time.Instant;

import io.housemates.dispatcher.event.OpenedBody;
import io.vertx.core.buffer.Buffer;

/**
 * A delivery in this instance's hands, until its lease ends.
 *
 * @param lease fencing token: a result is refused when the row was claimed again since
 * @param leaseEnds on {@link System#nanoTime}'s clock, counted from before the claim
 * @param eventCreatedAt or, of an event of long ago, when it was to be sent again: what it takes is counted from then
 * @param subscriptionVersion the least version of the endpoint's settings to use
 * @param attempts made so far
 * @param roundStart how many attempts there were when the schedule began, or began again
 * @param content what to send
 */
public record Delivery(String id, long lease, long leaseEnds, String subscriptionId, int subscriptionVersion, String eventId,
        String eventType, Instant eventCreatedAt, String traceparent, OpenedBody content, int attempts, int roundStart) {

    /** The exact bytes to send. */
    Buffer body() {
        return content.bytes();
    }

    boolean isFirst() {
        return attempts == 0;
    }

    /** Whether an attempt that starts now is over before the lease is. */
    boolean hasTimeFor(long nanos, long now) {
        return leaseEnds - now > nanos;
    }

    @Override
    public String toString() {
        return "Delivery[id=" + id + ", event=" + eventId + ", subscription=" + subscriptionId + "]";
    }
}
