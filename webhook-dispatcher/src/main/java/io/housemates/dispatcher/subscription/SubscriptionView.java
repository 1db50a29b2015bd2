package io.housemates.dispatcher.subscription;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A subscription as partners see it; its secrets are not part of it.
 *
 * @param headers names of the additional headers, without their values
 * @param hasAccessToken whether a bearer token is sent
 * @param health absent in answers that do not look it up
 * @param secret only in the answer that made it: {@code whsec_…}, or {@code whpk_…} for {@code v1a}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SubscriptionView(String id, String url, List<String> events, @Schema(nullable = true) String description, String signing,
        boolean enabled,
        @JsonProperty("disabled_reason") @Schema(nullable = true) String disabledReason,
        @JsonProperty("disabled_at") @Schema(nullable = true) Instant disabledAt,
        List<String> headers, @JsonProperty("has_access_token") boolean hasAccessToken,
        @JsonProperty("created_at") Instant createdAt, @JsonProperty("updated_at") Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Health health,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    /**
     * @param failingSince since when every attempt failed, or null
     * @param throttledUntil until when the endpoint asked to be left alone, or null
     * @param pending deliveries that are not finished, counted up to 10,000
     * @param nextAttemptAt when the first of them is due, or null
     */
    record Health(@JsonProperty("failing_since") @Schema(nullable = true) Instant failingSince,
            @JsonProperty("throttled_until") @Schema(nullable = true) Instant throttledUntil,
            long pending, @JsonProperty("next_attempt_at") @Schema(nullable = true) Instant nextAttemptAt) {
    }

    static SubscriptionView of(Subscription subscription, List<String> headerNames) {
        return new SubscriptionView(subscription.id, subscription.url, List.of(subscription.events), subscription.description,
                subscription.signing, subscription.enabled, subscription.disabledReason, subscription.disabledAt, headerNames,
                subscription.sealedAccessToken != null, subscription.createdAt, subscription.updatedAt, null, null);
    }

    SubscriptionView withSecret(String shownOnce) {
        return new SubscriptionView(id, url, events, description, signing, enabled, disabledReason, disabledAt, headers,
                hasAccessToken, createdAt, updatedAt, health, shownOnce);
    }

    SubscriptionView withHealth(Health looked) {
        return new SubscriptionView(id, url, events, description, signing, enabled, disabledReason, disabledAt, headers,
                hasAccessToken, createdAt, updatedAt, looked, secret);
    }

    /** May hold a secret. */
    @Override
    public String toString() {
        return "SubscriptionView[" + id + "]";
    }
}
