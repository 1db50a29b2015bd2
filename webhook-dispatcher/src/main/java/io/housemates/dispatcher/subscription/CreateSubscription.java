package io.housemates.dispatcher.subscription;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Asks for events to be sent to a URL.
 *
 * @param url absolute; https unless the operator allows http
 * @param events types or patterns ({@code booking.created}, {@code booking.*}, {@code *}), at least one
 * @param accessToken sent as {@code Authorization: Bearer …} with every delivery, or null
 * @param headers sent with every delivery, or null
 * @param description for people, or null
 * @param signing {@code v1} (HMAC-SHA256, the default) or {@code v1a} (ed25519)
 */
record CreateSubscription(String url, List<String> events, @JsonProperty("access_token") String accessToken,
        Map<String, String> headers, String description, String signing) {

    /** Token and headers are secrets. */
    @Override
    public String toString() {
        return "CreateSubscription";
    }
}
