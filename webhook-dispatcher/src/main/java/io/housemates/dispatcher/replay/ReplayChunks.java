package io.housemates.dispatcher.replay;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.delivery.NewDeliveries;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Queues the next part of a replay, and moves its cursor behind it, in the caller's transaction. */
@ApplicationScoped
class ReplayChunks {

    /**
     * Operational events and tests are about the moment they were sent in. Days on which nothing of it can have been recorded
     * are left out. Served by event_cursor.
     */
    static final String EVENTS = """
            FROM event e JOIN subscription t ON t.id = %1$s AND t.partner_id = e.partner_id
             AND t.events && ARRAY[e.type, split_part(e.type, '.', 1) || '.*', '*']
             WHERE e.type <> 'webhook.test' AND e.type NOT LIKE 'endpoint.%%' AND e.created_at >= %2$s AND e.created_at < %3$s
             AND e.recorded_at >= %2$s - interval '1 day'""";
    /** What cannot be sent any more, because its event is gone, is left out. Served by delivery_finished_not_received. */
    static final String FAILED = """
            FROM delivery_finished f WHERE f.subscription_id = %1$s AND f.status <> 'DELIVERED'
             AND f.event_type <> 'webhook.test' AND f.created_at >= %2$s AND f.created_at < %3$s
             AND EXISTS (SELECT 1 FROM event e WHERE e.id = f.event_id AND e.recorded_at = f.event_recorded_at)""";

    private static final String NEXT_EVENTS = """
            SELECT e.id, e.recorded_at, e.partner_id, e.type, e.order_key, e.txid::text::bigint AS txid, e.position
            """ + EVENTS.formatted("$1", "$2", "$3") + """

              AND (e.txid, e.position) > ($4::bigint::text::xid8, $5::bigint)
            ORDER BY e.txid, e.position LIMIT 500""";
    /** What somebody else takes up at the same moment is picked, but not queued. */
    private static final String NEXT_FAILED = """
            WITH picked AS (SELECT f.id, f.finished_at
            """ + FAILED.formatted("$1", "$2", "$3") + """
             AND f.id > $4 ORDER BY f.id LIMIT 500),
            back AS (
              DELETE FROM delivery_finished f USING picked p WHERE f.id = p.id AND f.finished_at = p.finished_at RETURNING f.*),
            queued AS (
              INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                            created_at, attempts, round_start, due_at)
              SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, attempts,
                     attempts, now() FROM back ORDER BY id
              RETURNING 1)
            SELECT (SELECT count(*) FROM picked) AS picked, (SELECT max(id) FROM picked) AS last,
                   (SELECT count(*) FROM queued) AS queued""";
    /** Done when less was picked than would have been. */
    private static final String AFTER = """
            UPDATE replay SET done = done + $2::bigint, total = greatest(total, done + $2::bigint),
                   cursor_id = $4, cursor_txid = $5, cursor_position = $6, updated_at = now(),
                   state = CASE WHEN $3::bigint < 500 THEN 'DONE' ELSE state END WHERE id = $1""";

    private final NewDeliveries deliveries;
    private final Ulids ulids;

    ReplayChunks(NewDeliveries deliveries, Ulids ulids) {
        this.deliveries = deliveries;
        this.ulids = ulids;
    }

    /** @return how many were picked */
    Uni<Long> next(SqlConnection connection, Row replay) {
        return "all".equals(replay.getString("scope")) ? events(connection, replay) : failed(connection, replay);
    }

    private Uni<Long> events(SqlConnection connection, Row replay) {
        return connection.preparedQuery(NEXT_EVENTS).execute(range(replay).addLong(replay.getLong("cursor_txid"))
                .addLong(replay.getLong("cursor_position")))
                .chain(rows -> {
                    List<NewDeliveries.Row> queued = new ArrayList<>();
                    long txid = replay.getLong("cursor_txid");
                    long position = replay.getLong("cursor_position");
                    for (Row row : rows) {
                        queued.add(new NewDeliveries.Row(ulids.nextInOrder(), replay.getString("subscription_id"),
                                row.getString("partner_id"), row.getString("id"), row.getOffsetDateTime("recorded_at"),
                                row.getString("type"), row.getString("order_key"), 0, 0));
                        txid = row.getLong("txid");
                        position = row.getLong("position");
                    }
                    long picked = queued.size();
                    Tuple after = Tuple.of(replay.getString("id"), picked, picked, "", txid, position);
                    return deliveries.waiting(connection, queued)
                            .chain(() -> connection.preparedQuery(AFTER).execute(after))
                            .replaceWith(picked);
                });
    }

    private Uni<Long> failed(SqlConnection connection, Row replay) {
        return connection.preparedQuery(NEXT_FAILED).execute(range(replay).addString(replay.getString("cursor_id")))
                .chain(rows -> {
                    Row chunk = rows.iterator().next();
                    long picked = chunk.getLong("picked");
                    String last = picked == 0 ? replay.getString("cursor_id") : chunk.getString("last");
                    return connection.preparedQuery(AFTER)
                            .execute(Tuple.of(replay.getString("id"), chunk.getLong("queued"), picked, last, 0L, 0L))
                            .replaceWith(picked);
                });
    }

    private static Tuple range(Row replay) {
        OffsetDateTime since = replay.getOffsetDateTime("since");
        return Tuple.tuple().addString(replay.getString("subscription_id")).addOffsetDateTime(since)
                .addOffsetDateTime(replay.getOffsetDateTime("until"));
    }
}
