package io.housemates.dashboard.webhook;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.housemates.dashboard.page.Badge;

/**
 * A subscription as the dispatcher shows it.
 *
 * @param disabledReason null while it is enabled
 * @param headers names of the additional headers
 * @param health null in answers that do not look it up
 * @param secret only in the answer that made it, else null
 */
@JsonNaming(SnakeCaseStrategy.class)
record Webhook(String id, String url, List<String> events, String description, boolean enabled, String disabledReason,
        Instant disabledAt, List<String> headers, boolean hasAccessToken, Instant createdAt, Health health, String secret) {

    /**
     * @param failingSince since when every attempt failed, or null
     * @param throttledUntil until when the receiver asked to be left alone, or null
     * @param pending deliveries that are not finished
     * @param nextAttemptAt when the first of them is due, or null
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Health(Instant failingSince, Instant throttledUntil, long pending, Instant nextAttemptAt) {
    }

    public Badge badge() {
        if (!enabled) {
            return Badge.over("Disabled");
        }
        return health != null && health.failingSince() != null ? Badge.bad("Failing") : Badge.good("Active");
    }

    /** Where its page is. */
    public String path() {
        return "/webhooks/" + id;
    }

    /** Why nothing is sent, as a sentence. */
    public String whyDisabled() {
        return switch (disabledReason == null ? "" : disabledReason) {
            case "partner" -> "You switched it off.";
            case "gone" -> "The receiver answered 410 Gone, which asks us to stop.";
            case "failing" -> "Every attempt failed for five days.";
            default -> "Nothing is sent at the moment.";
        };
    }

    /** May hold a secret. */
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
