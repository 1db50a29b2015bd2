package io.housemates.dispatcher.replay;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Works on replays chunk by chunk, whichever replica comes first; a killed one loses nothing but the chunk it was at.
 *
 * <p>
 * A replay of any size keeps only a few thousand deliveries waiting at a time, and the endpoint's own limits set the pace.
 */
@ApplicationScoped
class ReplayWorker {

    private static final Logger LOG = Logger.getLogger(ReplayWorker.class);

    /**
     * Whoever was worked on longest ago is next. One whose endpoint does not keep up is passed over, so that nobody else's
     * waits for it; one that has to stop is not. Served by replay_running and delivery_waiting_due.
     */
    private static final String NEXT = """
            SELECT r.*, s.enabled, s.deleted_at IS NOT NULL AS deleted
              FROM replay r JOIN subscription s ON s.id = r.subscription_id
             WHERE r.state = 'RUNNING' AND (NOT s.enabled OR s.deleted_at IS NOT NULL OR
                   (SELECT count(*) FROM (SELECT 1 FROM delivery_waiting w WHERE w.subscription_id = r.subscription_id LIMIT 2000) w)
                     < 2000)
             ORDER BY r.updated_at LIMIT 1 FOR UPDATE OF r SKIP LOCKED""";
    private static final String TOUCH = "UPDATE replay SET updated_at = now() WHERE id = $1";
    private static final String MOVE = "UPDATE replay SET state = $2, updated_at = now() WHERE id = $1";

    private final Pool pool;
    private final ReplayChunks chunks;

    ReplayWorker(Pool pool, ReplayChunks chunks) {
        this.pool = pool;
        this.chunks = chunks;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> work() {
        return Multi.createBy().repeating().uni(this::step).whilst(picked -> picked > 0).collect().last().replaceWithVoid();
    }

    /** @return how many events or deliveries it went on by; 0 where nothing is to be done now */
    private Uni<Long> step() {
        AtomicReference<String> worked = new AtomicReference<>();
        return pool.withTransaction(connection -> step(connection, worked))
                .onFailure().invoke(e -> LOG.warnf("Replay not continued yet replay=%s reason=\"%s\"", worked.get(),
                        e.getMessage()))
                .onFailure().recoverWithUni(() -> passOver(worked.get()));
    }

    /** One that fails each time must not be the next each time. */
    private Uni<Long> passOver(String replay) {
        return pool.preparedQuery(TOUCH).execute(Tuple.of(replay)).replaceWith(0L).onFailure().recoverWithItem(0L);
    }

    private Uni<Long> step(SqlConnection connection, AtomicReference<String> worked) {
        return connection.preparedQuery(NEXT).execute().chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0L);
            }
            Row replay = rows.iterator().next();
            worked.set(replay.getString("id"));
            if (replay.getBoolean("deleted")) {
                return move(connection, replay, "CANCELLED");
            }
            if (!replay.getBoolean("enabled")) {
                return move(connection, replay, "PAUSED");
            }
            return chunks.next(connection, replay);
        });
    }

    private static Uni<Long> move(SqlConnection connection, Row replay, String state) {
        return connection.preparedQuery(MOVE).execute(Tuple.of(replay.getString("id"), state)).replaceWith(0L);
    }
}
