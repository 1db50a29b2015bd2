package io.housemates.acceptance.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

/** One request at a receiver: its headers, names in lower case, and the bytes of its body. */
public record Received(Map<String, String> headers, byte[] bytes) {

    public String id() {
        return header("webhook-id");
    }

    public int attempt() {
        return Integer.parseInt(header("webhook-attempt"));
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public JsonNode body() {
        return Json.parse(new String(bytes, UTF_8));
    }

    public JsonNode payload() {
        return body().path("payload");
    }

    public String bookingId() {
        return body().at("/payload/booking/id").asText();
    }

    /** Asked of the library published by the Standard Webhooks project. */
    public boolean isSignedWith(Webhook secret) {
        try {
            secret.verify(new String(bytes, UTF_8), Map.of(
                    Webhook.UNBRANDED_MSG_ID_KEY, List.of(id()),
                    Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, List.of(header("webhook-timestamp")),
                    Webhook.UNBRANDED_MSG_SIGNATURE_KEY, List.of(header("webhook-signature"))));
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }
}
