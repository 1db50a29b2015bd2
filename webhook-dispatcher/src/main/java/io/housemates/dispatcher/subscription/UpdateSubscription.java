package io.housemates.dispatcher.subscription;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Changes some members of a subscription: what is absent stays. {@code null} removes access token, headers and description.
 *
 * @param enabled false pauses deliveries, true takes them up again
 */
record UpdateSubscription(String url, List<String> events, @JsonProperty("access_token") JsonNode accessToken, JsonNode headers,
        JsonNode description, Boolean enabled) {

    /** Token and headers are secrets. */
    @Override
    public String toString() {
        return "UpdateSubscription";
    }
}
