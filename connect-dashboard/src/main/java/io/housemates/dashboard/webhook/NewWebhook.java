package io.housemates.dashboard.webhook;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Asks the dispatcher for a subscription; null means none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewWebhook(String url, List<String> events, String description, @JsonProperty("access_token") String accessToken,
        Map<String, String> headers) {

    /** Token and headers are secrets. */
    @Override
    public String toString() {
        return "NewWebhook";
    }
}
