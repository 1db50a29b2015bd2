package io.housemates.checkout.payment;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.api.CommonError;

/**
 * What we need to know of an event from Stripe.
 *
 * @param intentId the PaymentIntent it is about: the object itself, or the one its charge, refund or dispute names; or null
 */
record StripeEvent(String id, String type, String intentId) {

    static StripeEvent read(byte[] payload, ObjectMapper json) {
        try {
            JsonNode event = json.readTree(payload);
            JsonNode object = event.path("data").path("object");
            boolean isIntent = "payment_intent".equals(object.path("object").asText());
            return new StripeEvent(required(event, "id"), required(event, "type"),
                    object.path(isIntent ? "id" : "payment_intent").asText(null));
        } catch (IOException e) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
    }

    private static String required(JsonNode event, String name) {
        String value = event.path(name).asText("");
        if (value.isEmpty()) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
        return value;
    }
}
