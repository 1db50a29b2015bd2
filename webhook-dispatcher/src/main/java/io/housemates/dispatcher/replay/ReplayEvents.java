package io.housemates.dispatcher.replay;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.delivery.NewDeliveries;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Queues the next of all events that a replay sends again, in the order in which they were recorded. */
@ApplicationScoped
class ReplayEvents {

    /** One statement looks no further: where few events are wanted, the next goes on behind the last that was looked at. */
    static final int FURTHEST = 10_000;

    /**
     * Days on which nothing of it can have been recorded are left out; what was created before an instant may have
     * been recorded long after it. Served by event_cursor.
     */
    private static final String LOOKED = """
            SELECT v.id, v.recorded_at, v.partner_id, v.type, v.order_key, v.created_at, v.txid, v.position FROM event v
             WHERE v.partner_id = (SELECT o.partner_id FROM subscription o WHERE o.id = %1$s)
               AND v.recorded_at >= %2$s::timestamptz - interval '1 day'
            """;
    /** Operational events and tests are about the moment they were sent in. */
    private static final String WANTED = """
             JOIN subscription t ON t.id = %1$s AND t.events && ARRAY[e.type, split_part(e.type, '.', 1) || '.*', '*']
             WHERE e.type <> 'webhook.test' AND e.type NOT LIKE 'endpoint.%%' AND e.created_at >= %2$s AND e.created_at < %3$s
            """;

    /** To be counted, as far as that is of use. */
    static final String ALL = "FROM (" + LOOKED + "LIMIT 200000) e " + WANTED;

    /** How many were looked at, and where that ended, stands in every row, and in one without an event when none is wanted. */
    private static final String NEXT = ("""
            WITH looked AS MATERIALIZED (
            """ + LOOKED + """
               AND (v.txid, v.position) > ($4::bigint::text::xid8, $5::bigint) ORDER BY v.txid, v.position LIMIT $6),
            ended AS (
              SELECT l.txid::text::bigint AS last_txid, l.position AS last_position, (SELECT count(*) FROM looked) AS looked
                FROM looked l ORDER BY l.txid DESC, l.position DESC LIMIT 1),
            wanted AS (SELECT e.* FROM looked e
            """ + WANTED + """
               ORDER BY e.txid, e.position LIMIT $7)
            SELECT n.*, w.id, w.recorded_at, w.partner_id, w.type, w.order_key, w.txid::text::bigint AS txid, w.position
              FROM ended n LEFT JOIN wanted w ON true ORDER BY w.txid, w.position""").formatted("$1", "$2", "$3");

    private final NewDeliveries deliveries;
    private final Ulids ulids;

    ReplayEvents(NewDeliveries deliveries, Ulids ulids) {
        this.deliveries = deliveries;
        this.ulids = ulids;
    }

    /**
     * @param queued how many
     * @param more whether others may follow
     * @param txid with the position, behind what it goes on
     */
    record Part(int queued, boolean more, long txid, long position) {
    }

    /** @param range the subscription's id, since, until */
    Uni<Part> next(SqlConnection connection, Row replay, Tuple range, int most) {
        Tuple parameters = range.addLong(replay.getLong("cursor_txid")).addLong(replay.getLong("cursor_position"))
                .addInteger(FURTHEST).addInteger(most);
        return connection.preparedQuery(NEXT).execute(parameters).chain(rows -> {
            List<NewDeliveries.Row> queued = StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> row.getString("id") != null).map(row -> delivery(replay, row)).toList();
            return deliveries.waiting(connection, queued).replaceWith(() -> part(replay, rows, queued.size(), most));
        });
    }

    private NewDeliveries.Row delivery(Row replay, Row event) {
        return new NewDeliveries.Row(ulids.nextInOrder(), replay.getString("subscription_id"), event.getString("partner_id"),
                event.getString("id"), event.getOffsetDateTime("recorded_at"), event.getString("type"),
                event.getString("order_key"), 0, 0);
    }

    private static Part part(Row replay, RowSet<Row> rows, int queued, int most) {
        Row last = null;
        for (Row row : rows) {
            last = row;
        }
        if (last == null) {
            return new Part(0, false, replay.getLong("cursor_txid"), replay.getLong("cursor_position"));
        }
        return queued == most ? new Part(queued, true, last.getLong("txid"), last.getLong("position"))
                : new Part(queued, last.getLong("looked") == FURTHEST, last.getLong("last_txid"),
                        last.getLong("last_position"));
    }
}
