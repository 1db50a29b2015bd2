package io.housemates.checkout.support;

import io.restassured.response.Response;

/** A session that a test started. */
public record Started(TestRoom room, String sessionId, String token, String clientSecret) {

    /** Reads Start's answer. */
    public static Started of(TestRoom room, Response answer) {
        return new Started(room, answer.path("data.session_id"), answer.path("data.session_token"),
                answer.path("data.stripe.client_secret"));
    }

    public String intentId() {
        return clientSecret.substring(0, clientSecret.indexOf("_secret_"));
    }
}
