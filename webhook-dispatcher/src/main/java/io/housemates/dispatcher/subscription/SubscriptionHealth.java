package io.housemates.dispatcher.subscription;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.subscription.SubscriptionView.Health;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks up how an endpoint is doing. */
@ApplicationScoped
class SubscriptionHealth {

    /** Served by delivery_waiting_due. */
    private static final String LOOK = """
            SELECT h.failing_since, h.throttled_until, w.pending, w.next
              FROM (SELECT count(*) AS pending, min(due_at) AS next FROM delivery_waiting WHERE subscription_id = $1) w
              LEFT JOIN endpoint_health h ON h.subscription_id = $1""";

    private static final String FORGIVE = """
            UPDATE endpoint_health SET failing_since = NULL, last_failed_at = NULL, warned = 0, throttled_until = NULL
             WHERE subscription_id = $1""";

    private final Pool pool;
    private final Clock clock;

    SubscriptionHealth(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<SubscriptionView> addTo(SubscriptionView view) {
        return pool.preparedQuery(LOOK).execute(Tuple.of(view.id())).map(rows -> {
            Row row = rows.iterator().next();
            Instant throttled = instant(row.getOffsetDateTime("throttled_until"));
            return view.withHealth(new Health(instant(row.getOffsetDateTime("failing_since")),
                    throttled != null && throttled.isAfter(clock.instant()) ? throttled : null, row.getLong("pending"),
                    instant(row.getOffsetDateTime("next"))));
        });
    }

    /** Enabling an endpoint again is a fresh start. */
    Uni<Void> forgive(String subscriptionId) {
        return pool.preparedQuery(FORGIVE).execute(Tuple.of(subscriptionId)).replaceWithVoid();
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
