package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.retention.Due;
import io.housemates.platform.retention.Retained;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Subscriptions that were deleted so long ago that no delivery refers to them any more. */
@ApplicationScoped
class DeletedSubscriptions implements Retained {

    /** Days are dropped as a whole, and attempts that were under way end after the deletion. */
    private static final Duration LONGER = Duration.ofDays(2);

    /** Served by subscription_deleted. */
    private static final String DUE = "SELECT count(*), min(deleted_at) FROM subscription WHERE deleted_at < $1";

    /** With what hangs on them. Served by subscription_deleted, replay_subscription and subscription_secret_subscription. */
    private static final String REMOVE = """
            WITH gone AS MATERIALIZED (
              SELECT id FROM subscription s WHERE s.deleted_at < $1
                 AND NOT EXISTS (SELECT 1 FROM delivery_waiting w WHERE w.subscription_id = s.id)
               ORDER BY s.deleted_at LIMIT $2 FOR UPDATE SKIP LOCKED),
            replays AS (DELETE FROM replay r USING gone WHERE r.subscription_id = gone.id),
            health AS (DELETE FROM endpoint_health h USING gone WHERE h.subscription_id = gone.id),
            secrets AS (DELETE FROM subscription_secret k USING gone WHERE k.subscription_id = gone.id)
            DELETE FROM subscription s USING gone WHERE s.id = gone.id""";

    private final Pool pool;
    private final Duration kept;

    DeletedSubscriptions(Pool pool, DeliverySettings settings) {
        this.pool = pool;
        this.kept = settings.retention().plus(LONGER);
    }

    @Override
    public String name() {
        return "deleted_webhooks";
    }

    @Override
    public Instant dueBefore(Instant now) {
        return now.minus(kept);
    }

    @Override
    public Uni<Due> due(Instant before) {
        return pool.preparedQuery(DUE).execute(Tuple.of(utc(before))).map(Due::of);
    }

    @Override
    public Uni<Integer> remove(Instant before, int atMost) {
        return pool.preparedQuery(REMOVE).execute(Tuple.of(utc(before), atMost)).map(rows -> rows.rowCount());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
