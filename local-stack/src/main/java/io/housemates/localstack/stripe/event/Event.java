package io.housemates.localstack.stripe.event;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.stripe.state.Ids;
import io.housemates.localstack.stripe.state.Json;
import io.housemates.localstack.stripe.state.StripeObject;

/**
 * Something that happened to an object, with the object as it was then.
 *
 * @param pendingWebhooks 1 until the endpoint has taken it
 */
public record Event(String id, String object, String apiVersion, long created, Data data, boolean livemode,
        int pendingWebhooks, Cause request, String type) implements StripeObject {

    static final String KIND = "event";

    /** The version whose shapes the simulator speaks; stripe-java refuses to read events of another one. */
    static final String API_VERSION = "2026-07-29.dahlia";

    record Data(JsonNode object) {
    }

    static Event of(String type, StripeObject object, Cause cause, boolean awaited, long now) {
        return new Event(Ids.next("evt"), KIND, API_VERSION, now, new Data(Json.tree(object)), false, awaited ? 1 : 0, cause,
                type);
    }

    Event delivered() {
        return new Event(id, object, apiVersion, created, data, livemode, 0, request, type);
    }

    boolean pending() {
        return pendingWebhooks > 0;
    }

    String subject() {
        return data.object().path("id").asText();
    }

    @Override
    public String toString() {
        return id + " " + type + " of " + subject();
    }
}
