package io.housemates.dispatcher.delivery;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A delivery as partners see it.
 *
 * @param eventId what the receiver gets as {@code webhook-id}
 * @param status see {@link DeliveryStatus}
 * @param nextAttemptAt null when there is none
 */
record DeliveryView(String id, @JsonProperty("subscription_id") String subscriptionId, @JsonProperty("event_id") String eventId,
        @JsonProperty("event_type") String eventType, DeliveryStatus status, @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("next_attempt_at") @Schema(nullable = true) Instant nextAttemptAt,
        @JsonProperty("finished_at") @Schema(nullable = true) Instant finishedAt,
        List<Attempt> attempts) {

    /**
     * @param number counted from 1
     * @param outcome delivered, failed, throttled, gone or blocked
     * @param reason one word: {@code http_500}, {@code redirect}, {@code timeout}, {@code dns}, {@code connect}, {@code tls},
     *        {@code reset}, {@code oversized}, {@code protocol}, {@code forbidden_address}, {@code event_expired}
     * @param statusCode null when no answer came
     * @param latencyMs of the whole attempt
     * @param responseHead the first 4 KiB of the answer, the subscription's secrets taken out; only when one delivery is read
     */
    record Attempt(int number, Instant at, String outcome, String reason,
            @JsonProperty("status_code") @Schema(nullable = true) Integer statusCode,
            @JsonProperty("latency_ms") int latencyMs,
            @JsonProperty("response_head") @JsonInclude(JsonInclude.Include.NON_NULL) String responseHead) {
    }

    DeliveryView with(List<Attempt> made) {
        return new DeliveryView(id, subscriptionId, eventId, eventType, status, createdAt, nextAttemptAt, finishedAt, made);
    }
}
