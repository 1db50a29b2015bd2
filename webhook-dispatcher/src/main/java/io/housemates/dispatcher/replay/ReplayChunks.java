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

    /** Operational events and tests are about the moment they were sent in. Served by event_cursor. */
    static final String EVENTS = """
            FROM event e JOIN subscription t ON t.id = %1$s AND t.partner_id = e.partner_id
             AND t.events && ARRAY[e.type, split_part(e.type, '.', 1) || '.*', '*']
             WHERE e.type <> 'webhook.test' AND e.type NOT LIKE 'endpoint.%%' AND e.created_at >= %2$s AND e.created_at < %3$s""";
    /** Served by delivery_finished_subscription. */
    static final String FAILED = """
            FROM delivery_finished f WHERE f.subscription_id = %1$s AND f.status IN ('EXHAUSTED', 'BLOCKED', 'GONE', 'HELD')
             AND f.event_type <> 'webhook.test' AND f.created_at >= %2$s AND f.created_at < %3$s""";

    private static final String NEXT_EVENTS = """
            SELECT e.id, e.recorded_at, e.partner_id, e.type, e.order_key, e.txid::text::bigint AS txid, e.position
            """ + EVENTS.formatted("$1", "$2", "$3") + """

              AND (e.txid, e.position) > ($4::bigint::text::xid8, $5::bigint)
            ORDER BY e.txid, e.position LIMIT 500""";
    private static final String AFTER_EVENTS = """
            UPDATE replay SET done = done + $2, cursor_txid = $3, cursor_position = $4, updated_at = now(),
                   state = CASE WHEN $2 < 500 THEN 'DONE' ELSE state END WHERE id = $1""";

    private static final String NEXT_FAILED = """
            WITH picked AS (SELECT f.id, f.finished_at
            """ + FAILED.formatted("$1", "$2", "$3") + """
             AND f.id > $4 ORDER BY f.id LIMIT 500),
            back AS (
              DELETE FROM delivery_finished f USING picked p WHERE f.id = p.id AND f.finished_at = p.finished_at RETURNING f.*)
            INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                          created_at, attempts, round_start, due_at)
            SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, attempts,
                   attempts, now() FROM back ORDER BY id
            RETURNING id""";
    private static final String AFTER_FAILED = """
            UPDATE replay SET done = done + $2, cursor_id = $3, updated_at = now(),
                   state = CASE WHEN $2 < 500 THEN 'DONE' ELSE state END WHERE id = $1""";

    private final NewDeliveries deliveries;
    private final Ulids ulids;

    ReplayChunks(NewDeliveries deliveries, Ulids ulids) {
        this.deliveries = deliveries;
        this.ulids = ulids;
    }

    Uni<Integer> next(SqlConnection connection, Row replay) {
        return "all".equals(replay.getString("scope")) ? events(connection, replay) : failed(connection, replay);
    }

    private Uni<Integer> events(SqlConnection connection, Row replay) {
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
                    Tuple after = Tuple.of(replay.getString("id"), (long) queued.size(), txid, position);
                    return deliveries.waiting(connection, queued)
                            .chain(() -> connection.preparedQuery(AFTER_EVENTS).execute(after))
                            .replaceWith(queued.size());
                });
    }

    private Uni<Integer> failed(SqlConnection connection, Row replay) {
        return connection.preparedQuery(NEXT_FAILED).execute(range(replay).addString(replay.getString("cursor_id")))
                .chain(rows -> {
                    String last = replay.getString("cursor_id");
                    for (Row row : rows) {
                        last = row.getString("id").compareTo(last) > 0 ? row.getString("id") : last;
                    }
                    int count = rows.size();
                    return connection.preparedQuery(AFTER_FAILED).execute(Tuple.of(replay.getString("id"), (long) count, last))
                            .replaceWith(count);
                });
    }

    private static Tuple range(Row replay) {
        OffsetDateTime since = replay.getOffsetDateTime("since");
        return Tuple.tuple().addString(replay.getString("subscription_id")).addOffsetDateTime(since)
                .addOffsetDateTime(replay.getOffsetDateTime("until"));
    }
}
