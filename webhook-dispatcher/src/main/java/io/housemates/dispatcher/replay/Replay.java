package io.housemates.dispatcher.replay;

import java.time.Instant;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.vertx.mutiny.sqlclient.Row;

/**
 * A job that sends events again, as partners see it.
 *
 * @param scope {@code failed}: deliveries that were not received; {@code all}: every event the subscription selects
 * @param state RUNNING, PAUSED, CANCELLED or DONE (everything is queued for delivery)
 * @param total counted when the job was made, up to 100,000; grows with {@code done} beyond
 * @param done queued so far
 */
record Replay(String id, @JsonProperty("subscription_id") String subscriptionId, String scope, Instant since, Instant until,
        String state, long total, long done, @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {

    static Replay of(Row row) {
        return new Replay(row.getString("id"), row.getString("subscription_id"), row.getString("scope"),
                instant(row.getOffsetDateTime("since")), instant(row.getOffsetDateTime("until")), row.getString("state"),
                row.getLong("total"), row.getLong("done"), instant(row.getOffsetDateTime("created_at")),
                instant(row.getOffsetDateTime("updated_at")));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
