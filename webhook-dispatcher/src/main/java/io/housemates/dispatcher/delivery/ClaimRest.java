package io.housemates.dispatcher.delivery;

import java.time.OffsetDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * What a claim found due and does not send: deliveries that stand behind another, and those whose event is not kept any more.
 */
@ApplicationScoped
class ClaimRest {

    private static final Logger LOG = Logger.getLogger(ClaimRest.class);

    /**
     * Asked anew whether it stands behind another: that one may have ended since the claim began to look, and a delivery that
     * was woken meanwhile has another due time and stays as it is. It is woken when the one before it ends, however long that
     * takes; to look again after ten minutes is for what nobody foresaw. Served by the primary key and delivery_waiting_order.
     */
    static final String BEHIND = """
            UPDATE delivery_waiting d SET lease = 0, due_at = interval '10 milliseconds'
                   + least(now() + interval '10 minutes', greatest(now(), p.due_at))
              FROM unnest($1::text[], $2::timestamptz[]) AS seen(id, due_at)
              JOIN delivery_waiting me ON me.id = ANY($1) AND me.id = seen.id
             CROSS JOIN LATERAL (SELECT q.due_at FROM delivery_waiting q
                WHERE q.subscription_id || ' ' || q.order_key = me.subscription_id || ' ' || me.order_key
                  AND q.position < me.position ORDER BY q.position LIMIT 1) p
             WHERE d.id = ANY($1) AND d.id = seen.id AND d.due_at = seen.due_at""";

    /** On record with the reason, as an attempt that could not be made; what stood behind it becomes due. */
    static final String LOST = """
            WITH lost AS (
              DELETE FROM delivery_waiting w USING unnest($1::text[], $2::bigint[]) AS r(id, lease)
               WHERE w.id = ANY($1) AND w.id = r.id AND w.lease = r.lease RETURNING w.*),
            woken AS (%s)
            INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                           created_at, attempts, status, tried_at, outcome, reason, latency_ms)
            SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at,
                   attempts + 1, 'EXHAUSTED', now(), 'failed', 'event_expired', 0 FROM lost"""
            .formatted(Woken.behind("lost"));

    private final Pool pool;

    ClaimRest(Pool pool) {
        this.pool = pool;
    }

    /** @param rows with id and due_at, as the claim saw them */
    Uni<Void> putBehind(List<Row> rows) {
        return run(rows, BEHIND, Tuple.tuple().addArrayOfString(ids(rows)).addArrayOfOffsetDateTime(
                rows.stream().map(row -> row.getOffsetDateTime("due_at")).toArray(OffsetDateTime[]::new)));
    }

    /** @param rows with id and lease */
    Uni<Void> finishLost(List<Row> rows) {
        return run(rows, LOST, Tuple.tuple().addArrayOfString(ids(rows))
                .addArrayOfLong(rows.stream().map(row -> row.getLong("lease")).toArray(Long[]::new)))
                .invoke(() -> rows.forEach(row -> LOG.warnf("Delivery ended because its event is not kept any more delivery=%s",
                        row.getString("id"))));
    }

    /** What was claimed beside them is sent even so: they are found again. */
    private Uni<Void> run(List<Row> rows, String statement, Tuple parameters) {
        return rows.isEmpty() ? Uni.createFrom().voidItem()
                : pool.preparedQuery(statement).execute(parameters).replaceWithVoid()
                        .onFailure().invoke(e -> LOG.warnf("Due deliveries not put aside count=%d reason=\"%s\"", rows.size(),
                                e.getMessage()))
                        .onFailure().recoverWithNull();
    }

    private static String[] ids(List<Row> rows) {
        return rows.stream().map(row -> row.getString("id")).toArray(String[]::new);
    }
}
