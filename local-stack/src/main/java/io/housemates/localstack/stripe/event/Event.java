package io.housemates.localstack.stripe.event;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.localstack.stripe.state.Ids;
import io.housemates.localstack.stripe.state.Snapshot;
import io.housemates.localstack.stripe.state.StripeObject;

/**
 * Something that happened to an object, with the object as it was then.
 *
 * @param pendingWebhooks 1 until the endpoint has taken it
 * @param subject id of the object; the simulator's own field
 */
record Event(String id, String object, String apiVersion, long created, Data data, boolean livemode, int pendingWebhooks,
        Cause request, String type, @JsonProperty("simulated_subject") String subject) implements StripeObject {

    static final String KIND = "event";

    /** The version whose shapes the simulator speaks; stripe-java refuses to read events of another one. */
    static final String API_VERSION = "2026-07-29.dahlia";

    record Data(Snapshot object) {
    }

    static Event of(String type, StripeObject object, Cause cause, boolean awaited, long now) {
        return new Event(Ids.next("evt"), KIND, API_VERSION, now, new Data(Snapshot.of(object)), false, awaited ? 1 : 0, cause,
                type, object.id());
    }

    Event delivered() {
        return new Event(id, object, apiVersion, created, data, livemode, 0, request, type, subject);
    }

    boolean pending() {
        return pendingWebhooks > 0;
    }

    @Override
    public String toString() {
        return id + " " + type + " of " + subject;
    }
}
