package io.housemates.checkout.support;

/** A session that a test started. */
public record Started(TestRoom room, String sessionId, String token, String clientSecret) {

    public String intentId() {
        return clientSecret.substring(0, clientSecret.indexOf("_secret_"));
    }
}
