package io.housemates.dispatcher.delivery;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;

/** Makes the partitions of the days to come and drops the ones nobody may see any more; never deletes row by row. */
@ApplicationScoped
public class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final int DAYS_AHEAD = 7;

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
                .chain(() -> run("SELECT drop_partitions($1)", daysKept, "dropped"))
                .onFailure().invoke(e -> LOG.warnf("Partitions not maintained reason=\"%s\"", e.getMessage()))
                .onFailure().recoverWithNull();
    }

    /** Gives up soon instead of queueing everybody else behind its lock; the next hour tries again. */
    private Uni<Void> run(String function, int days, String what) {
        return pool.withTransaction((SqlConnection connection) -> connection.query("SET LOCAL lock_timeout = '3s'").execute()
                .chain(() -> connection.preparedQuery(function).execute(Tuple.of(days))))
                .invoke(rows -> {
                    int count = rows.iterator().next().getInteger(0);
                    if (count > 0) {
                        LOG.infof("Partitions %s count=%d", what, count);
                    }
                }).replaceWithVoid();
    }

    /** Whether the day has no partition yet, which PostgreSQL tells as the violation of a constraint without a name. */
    public static boolean isMissing(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof PgException refused && "23514".equals(refused.getSqlState())
                        && refused.getConstraint() == null);
    }
}
