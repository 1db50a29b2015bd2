package io.housemates.dispatcher.subscription;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Changes some members of a subscription: what is absent stays. {@code null} removes access token, headers and description.
 *
 * @param enabled false pauses deliveries, true takes them up again
 */
record UpdateSubscription(String url, List<String> events,
        @Schema(implementation = String.class, nullable = true, description = "null removes it") @JsonProperty("access_token") JsonNode accessToken,
        @Schema(implementation = Map.class, nullable = true, description = "All of them anew; null removes them") JsonNode headers,
        @Schema(implementation = String.class, nullable = true, description = "null removes it") JsonNode description,
        Boolean enabled) {

    /** @return null where they are absent or to be removed; a value that is no text stands as null */
    Map<String, String> headerTexts() {
        if (headers == null || headers.isNull()) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        headers.properties().forEach(header -> texts.put(header.getKey(), header.getValue().textValue()));
        return texts;
    }

    /** Token and headers are secrets. */
    @Override
    public String toString() {
        return "UpdateSubscription";
    }
}
