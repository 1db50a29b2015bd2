package io.housemates.dispatcher.inbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.dispatcher.inbox.ParkedEvents.Parked;
import io.housemates.platform.inbox.Failures;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes parked events up once their keys have come, and sets those aside that have waited too long. */
@ApplicationScoped
class ParkedWorker {

    private static final Logger LOG = Logger.getLogger(ParkedWorker.class);

    /** One replica at a time: two would not keep the order. */
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock(hashtext('dispatcher.parked'))";

    private final Pool pool;
    private final ParkedEvents parked;
    private final EventReader reader;
    private final Opening opening;
    private final EventStoring storing;

    ParkedWorker(Pool pool, ParkedEvents parked, EventReader reader, Opening opening, EventStoring storing) {
        this.pool = pool;
        this.parked = parked;
        this.reader = reader;
        this.opening = opening;
        this.storing = storing;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return pool.withTransaction(connection -> connection.query(ALONE).execute()
                .chain(rows -> rows.iterator().next().getBoolean(0) ? parked.due(connection)
                        : Uni.createFrom().item(List.<Parked> of()))
                .chain(due -> due.isEmpty() ? Uni.createFrom().voidItem() : handle(connection, due)))
                .onFailure().invoke(e -> LOG.warnf("Parked events not handled yet reason=\"%s\"", Failures.reason(e)))
                .onFailure().recoverWithNull();
    }

    /** What a crash leaves parked is handled again, which changes nothing. */
    private Uni<Void> handle(SqlConnection connection, List<Parked> due) {
        Arrivals arrivals = Arrivals.of(due.stream().map(Parked::record).toList(), reader);
        return opening.keysOf(arrivals.events()).chain(ring -> storing.store(arrivals.events(), ring))
                .chain(() -> storing.bury(arrivals.unreadable()))
                .chain(() -> parked.remove(connection, due));
    }
}
