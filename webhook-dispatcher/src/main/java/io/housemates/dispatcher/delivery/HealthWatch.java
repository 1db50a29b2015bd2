package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Warns of endpoints that keep failing, and disables them in the end, but never earlier than the last warning told.
 *
 * <p>
 * What counts is the time between the first and the last failure without a success between: an endpoint that got nothing since
 * is not worse for it. When the next failure comes late, the last warning does, too: a quarter of the time follows it always.
 */
@ApplicationScoped
class HealthWatch {

    private static final Logger LOG = Logger.getLogger(HealthWatch.class);
    private static final int FIRST_WARNING = 25;
    private static final String FAILING = """
            SELECT h.subscription_id, h.failing_since, h.warned,
                   least(75, floor(100 * extract(epoch FROM h.last_failed_at - h.failing_since) / $1::bigint))::int AS percent,
                   h.warned >= 75 AND h.last_failed_at
                       >= coalesce(h.disable_at, h.failing_since + $1::bigint * interval '1 second') AS told,
                   greatest(h.failing_since + $1::bigint * interval '1 second', now() + $1::bigint * interval '0.25 seconds')
                       AS disable_at
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

    @Scheduled(every = "${dispatcher.delivery.health-watch-interval}", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return pool.preparedQuery(FAILING).execute(Tuple.of(disableAfter.toSeconds()))
                .onItem().transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem().transformToUniAndConcatenate(row -> judge(row)
                        .onFailure().invoke(e -> LOG.warnf("Endpoint not judged yet subscription=%s reason=\"%s\"",
                                row.getString("subscription_id"), e.getMessage()))
                        .onFailure().recoverWithNull())
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> judge(Row row) {
        String subscription = row.getString("subscription_id");
        if (row.getBoolean("told")) {
            return events.disable(subscription, "failing");
        }
        int level = row.getInteger("percent") / FIRST_WARNING * FIRST_WARNING;
        return level <= row.getShort("warned") ? Uni.createFrom().voidItem()
                : events.warn(subscription, level, instant(row, "failing_since"), instant(row, "disable_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
