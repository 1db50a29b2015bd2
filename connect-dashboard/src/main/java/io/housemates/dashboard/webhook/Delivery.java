package io.housemates.dashboard.webhook;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.housemates.dashboard.page.Badge;
import io.housemates.dashboard.page.Wording;

/**
 * One event on its way to one webhook.
 *
 * @param eventId what the receiver gets as {@code webhook-id}
 * @param nextAttemptAt null when there is none
 * @param attempts oldest first
 */
@JsonNaming(SnakeCaseStrategy.class)
record Delivery(String id, String subscriptionId, String eventId, String eventType, String status, Instant createdAt,
        Instant nextAttemptAt, Instant finishedAt, List<Attempt> attempts) {

    public Badge badge() {
        return switch (status) {
            case "PENDING" -> Badge.waiting("Waiting");
            case "DELIVERED" -> Badge.good("Delivered");
            case "EXHAUSTED" -> Badge.bad("Gave up");
            case "BLOCKED" -> Badge.bad("Blocked");
            case "GONE" -> Badge.bad("Gone");
            case "HELD" -> Badge.over("Held back");
            default -> Badge.waiting(Wording.words(status));
        };
    }

    /** The status as a sentence. */
    public String explanation() {
        return switch (status) {
            case "PENDING" ->
                attempts.isEmpty() ? "It is about to be sent." : "It is sent again until the receiver accepts it.";
            case "DELIVERED" -> "The receiver accepted it.";
            case "EXHAUSTED" -> "Every attempt of the schedule failed. It is kept, and you can send it again.";
            case "BLOCKED" -> "The address is not one we may send to, so it is not tried again by itself.";
            case "GONE" -> "The receiver answered 410 Gone, which asks us to stop.";
            case "HELD" -> "It was recorded while the webhook was disabled. It is kept, and you can send it.";
            default -> "";
        };
    }

    /** Null before the first attempt. */
    public Attempt lastAttempt() {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }
}
