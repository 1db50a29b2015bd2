package io.housemates.dispatcher.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Puts on record what waits for subscriptions that were disabled or deleted, a bounded number of rows at a time. */
@ApplicationScoped
class HeldSweeper {

    private static final int CHUNK = 1_000;

    /** Rows that somebody is sending are left to them. Served by delivery_waiting_due. */
    static final String SWEEP = """
            WITH over AS (
              SELECT w.id FROM subscription s CROSS JOIN LATERAL (
                SELECT id FROM delivery_waiting q WHERE q.subscription_id = s.id AND (q.lease = 0 OR q.due_at <= now())
                 LIMIT 1000 FOR UPDATE SKIP LOCKED) w
               WHERE NOT s.enabled OR s.deleted_at IS NOT NULL LIMIT 1000),
            ended AS (DELETE FROM delivery_waiting WHERE id = ANY(ARRAY(SELECT id FROM over)) RETURNING *)
            INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                           created_at, attempts, status)
            SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, attempts, 'HELD'
              FROM ended""";

    private final Pool pool;

    HeldSweeper(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return pool.preparedQuery(SWEEP).execute()
                .chain(moved -> moved.rowCount() < CHUNK ? Uni.createFrom().voidItem() : sweep());
    }
}
