package io.housemates.dispatcher.subscription;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.api.ApiDatabase;
import io.housemates.dispatcher.subscription.SubscriptionView.Health;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks up how endpoints are doing. */
@ApplicationScoped
class SubscriptionHealth {

    /** Counts no further than it is of use, because one look may be at a hundred endpoints. Served by delivery_waiting_due. */
    private static final String LOOK = """
            SELECT s.id, h.failing_since, h.throttled_until,
                   (SELECT count(*) FROM (SELECT 1 FROM delivery_waiting WHERE subscription_id = s.id LIMIT 10000) w) AS pending,
                   (SELECT due_at FROM delivery_waiting WHERE subscription_id = s.id ORDER BY due_at LIMIT 1) AS next
              FROM unnest($1::text[]) AS s(id) LEFT JOIN endpoint_health h ON h.subscription_id = s.id""";

    private static final String FORGIVE = """
            UPDATE endpoint_health SET failing_since = NULL, last_failed_at = NULL, warned = 0, throttled_until = NULL
             WHERE subscription_id = $1""";

    private final Pool pool;
    private final Clock clock;

    SubscriptionHealth(@ReactiveDataSource(ApiDatabase.NAME) Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<List<SubscriptionView>> addTo(List<SubscriptionView> views) {
        return pool.preparedQuery(LOOK).execute(Tuple.tuple().addArrayOfString(
                views.stream().map(SubscriptionView::id).toArray(String[]::new))).map(rows -> {
                    Map<String, Health> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString("id"), health(row)));
                    return views.stream().map(view -> view.withHealth(found.get(view.id()))).toList();
                });
    }

    Uni<SubscriptionView> addTo(SubscriptionView view) {
        return addTo(List.of(view)).map(one -> one.get(0));
    }

    /** Enabling an endpoint again is a fresh start. */
    Uni<Void> forgive(String subscriptionId) {
        return pool.preparedQuery(FORGIVE).execute(Tuple.of(subscriptionId)).replaceWithVoid();
    }

    private Health health(Row row) {
        Instant throttled = instant(row.getOffsetDateTime("throttled_until"));
        return new Health(instant(row.getOffsetDateTime("failing_since")),
                throttled != null && throttled.isAfter(clock.instant()) ? throttled : null, row.getLong("pending"),
                instant(row.getOffsetDateTime("next")));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
