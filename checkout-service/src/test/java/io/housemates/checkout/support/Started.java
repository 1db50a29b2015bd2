package io.housemates.checkout.support;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;

/** A session that a test started. */
public record Started(TestRoom room, String sessionId, String token, String clientSecret) {

    /** Reads Start's answer. */
    public static Started of(TestRoom room, Response answer) {
        JsonNode data = Json.of(answer).path("data");
        return new Started(room, data.path("session_id").asText(), data.path("session_token").asText(),
                data.path("stripe").path("client_secret").asText(null));
    }

    public String intentId() {
        return clientSecret.substring(0, clientSecret.indexOf("_secret_"));
    }
}
