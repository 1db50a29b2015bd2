package io.housemates.dispatcher.replay;

import java.time.OffsetDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.delivery.LastAttempt;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Queues the next part of a replay, and moves its cursor behind it, in the caller's transaction. */
@ApplicationScoped
class ReplayChunks {

    private static final int CHUNK = 500;

    /** What cannot be sent any more, because its event is gone, is left out. Served by delivery_finished_not_received. */
    static final String FAILED = """
            FROM delivery_finished f WHERE f.subscription_id = %1$s AND f.status <> 'DELIVERED'
             AND f.event_type <> 'webhook.test' AND f.created_at >= %2$s AND f.created_at < %3$s
             AND EXISTS (SELECT 1 FROM event e WHERE e.id = f.event_id AND e.recorded_at = f.event_recorded_at)""";

    /** What somebody else takes up at the same moment is picked, but not queued. */
    private static final String NEXT_FAILED = """
            WITH picked AS (SELECT f.id, f.finished_at
            """ + FAILED.formatted("$1", "$2", "$3") + """
             AND f.id > $4 ORDER BY f.id LIMIT 500),
            back AS (
              DELETE FROM delivery_finished f USING picked p WHERE f.id = p.id AND f.finished_at = p.finished_at RETURNING f.*),
            """ + LastAttempt.IS_ONE_OF_SEVERAL + """
            queued AS (
              INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                            created_at, attempts, round_start, due_at)
              SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, attempts,
                     attempts, now() FROM back ORDER BY id
              RETURNING 1)
            SELECT (SELECT count(*) FROM picked) AS picked, (SELECT max(id) FROM picked) AS last,
                   (SELECT count(*) FROM queued) AS queued""";
    private static final String AFTER = """
            UPDATE replay SET done = done + $2::bigint, total = greatest(total, done + $2::bigint),
                   cursor_id = $4, cursor_txid = $5, cursor_position = $6, updated_at = now(),
                   state = CASE WHEN $3::boolean THEN state ELSE 'DONE' END WHERE id = $1""";

    private final ReplayEvents events;

    ReplayChunks(ReplayEvents events) {
        this.events = events;
    }

    /** @return how many were picked, or would have been: 0 when nothing is left */
    Uni<Long> next(SqlConnection connection, Row replay) {
        return "all".equals(replay.getString("scope")) ? events(connection, replay) : failed(connection, replay);
    }

    private Uni<Long> events(SqlConnection connection, Row replay) {
        return events.next(connection, replay, range(replay), CHUNK).chain(part -> {
            long picked = part.more() ? CHUNK : part.queued();
            return connection.preparedQuery(AFTER)
                    .execute(Tuple.of(replay.getString("id"), (long) part.queued(), part.more(), "",
                            part.txid(), part.position()))
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
                            .execute(Tuple.of(replay.getString("id"), chunk.getLong("queued"), picked == CHUNK, last, 0L, 0L))
                            .replaceWith(picked);
                });
    }

    private static Tuple range(Row replay) {
        OffsetDateTime since = replay.getOffsetDateTime("since");
        return Tuple.tuple().addString(replay.getString("subscription_id")).addOffsetDateTime(since)
                .addOffsetDateTime(replay.getOffsetDateTime("until"));
    }
}
