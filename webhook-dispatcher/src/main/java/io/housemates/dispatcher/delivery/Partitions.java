package io.housemates.dispatcher.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.retention.Due;
import io.housemates.platform.retention.Retained;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;

/** Makes the partitions of the days to come and drops the ones nobody may see any more; never deletes row by row. */
@ApplicationScoped
public class Partitions implements Retained {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final int DAYS_AHEAD = 7;

    /** Daily tables that nobody may see any more, and the day of the oldest; the catalogue of PostgreSQL, so no index. */
    private static final String DUE = """
            SELECT count(*), min(day) FROM (
                   SELECT to_date(right(c.relname, 8), 'YYYYMMDD') AS day, CASE p.relname WHEN 'event' THEN 7 ELSE 0 END AS longer
                     FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
                    WHERE p.relname IN ('event', 'delivery_finished', 'attempt') AND c.relkind = 'r') daily
             WHERE day < $1::date - longer""";

    private final Pool pool;
    private final int daysKept;

    Partitions(Pool pool, DeliverySettings settings) {
        this.pool = pool;
        this.daysKept = (int) settings.retention().toDays();
    }

    /** Every replica does this; whoever comes second finds nothing to do. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> maintain() {
        return run("SELECT create_partitions($1)", DAYS_AHEAD, "created")
                .chain(this::drop).replaceWithVoid()
                .onFailure().invoke(e -> LOG.warnf("Partitions not maintained reason=\"%s\"", e.getMessage()))
                .onFailure().recoverWithNull();
    }

    @Override
    public String name() {
        return "webhook_archive_tables";
    }

    @Override
    public Instant dueBefore(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).minus(daysKept, ChronoUnit.DAYS);
    }

    @Override
    public Uni<Due> due(Instant before) {
        return pool.preparedQuery(DUE).execute(Tuple.of(before.atOffset(ZoneOffset.UTC).toLocalDate())).map(Due::byDay);
    }

    /** All at once: a table goes in a moment, whatever is in it. */
    @Override
    public Uni<Integer> remove(Instant before, int atMost) {
        return drop().map(dropped -> Math.min(dropped, atMost - 1));
    }

    private Uni<Integer> drop() {
        return run("SELECT drop_partitions($1)", daysKept, "dropped");
    }

    /** Gives up soon instead of queueing everybody else behind its lock; the next hour tries again. */
    private Uni<Integer> run(String function, int days, String what) {
        return pool.withTransaction((SqlConnection connection) -> connection.query("SET LOCAL lock_timeout = '3s'").execute()
                .chain(() -> connection.preparedQuery(function).execute(Tuple.of(days))))
                .map(rows -> rows.iterator().next().getInteger(0))
                .invoke(count -> {
                    if (count > 0) {
                        LOG.infof("Partitions %s count=%d", what, count);
                    }
                });
    }

    /** Whether the day has no partition yet, which PostgreSQL tells as the violation of a constraint without a name. */
    public static boolean isMissing(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof PgException refused && "23514".equals(refused.getSqlState())
                        && refused.getConstraint() == null);
    }
}
