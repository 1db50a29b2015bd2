package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Warns of endpoints that keep failing, and disables them in the end.
 *
 * <p>
 * What counts is the time between the first and the last failure without a success between: an endpoint that got nothing since
 * is not worse for it.
 */
@ApplicationScoped
class HealthWatch {

    private static final int FIRST_WARNING = 25;

    private static final String FAILING = """
            SELECT h.subscription_id, h.failing_since, h.warned,
                   floor(100 * extract(epoch FROM h.last_failed_at - h.failing_since) / $1::bigint)::int AS percent
              FROM endpoint_health h JOIN subscription s ON s.id = h.subscription_id AND s.enabled AND s.deleted_at IS NULL
             WHERE h.failing_since IS NOT NULL AND h.last_failed_at - h.failing_since >= $1::bigint * interval '0.25 seconds'""";

    private final Pool pool;
    private final EndpointEvents events;
    private final Duration disableAfter;

    HealthWatch(Pool pool, EndpointEvents events, DeliverySettings settings) {
        this.pool = pool;
        this.events = events;
        this.disableAfter = settings.disableAfter();
    }

    @Scheduled(every = "{dispatcher.delivery.health-watch-interval:60s}", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return pool.preparedQuery(FAILING).execute(Tuple.of(disableAfter.toSeconds()))
                .onItem().transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem().transformToUniAndConcatenate(this::judge)
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> judge(Row row) {
        String subscription = row.getString("subscription_id");
        int percent = row.getInteger("percent");
        if (percent >= 100) {
            return events.disable(subscription, "failing");
        }
        int level = percent / FIRST_WARNING * FIRST_WARNING;
        Instant since = row.getOffsetDateTime("failing_since").toInstant();
        return level > row.getShort("warned") ? events.warn(subscription, level, since, since.plus(disableAfter))
                : Uni.createFrom().voidItem();
    }
}
