package io.housemates.dashboard.webhook;

/**
 * A kind of event that can be subscribed to.
 *
 * @param name for example {@code booking.created}
 * @param description what happened when it is sent
 */
record EventType(String name, String description) {

    private static final String TEST = "webhook.test";

    /** Test events are sent on request, to whoever asks: there is nothing to subscribe to. */
    boolean isForSubscribing() {
        return !TEST.equals(name);
    }
}
