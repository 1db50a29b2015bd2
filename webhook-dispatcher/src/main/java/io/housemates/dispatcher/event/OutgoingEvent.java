package io.housemates.dispatcher.event;

import java.time.Instant;

/**
 * An event in the form partners receive it.
 *
 * @param id {@code evt_…}, sent as {@code webhook-id}
 * @param partnerId whose subscriptions get it; not part of the body
 * @param orderKey events with the same key reach an endpoint in order: the booking's or the checkout session's id
 * @param createdAt when it happened
 * @param traceparent W3C trace context of what caused it, or null
 * @param body as it is kept
 */
public record OutgoingEvent(String id, String partnerId, String type, String orderKey, Instant createdAt, String traceparent,
        StoredBody body) {

    @Override
    public String toString() {
        return "OutgoingEvent[id=" + id + ", type=" + type + "]";
    }
}
