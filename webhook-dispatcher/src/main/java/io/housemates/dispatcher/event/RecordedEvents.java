package io.housemates.dispatcher.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.dispatcher.api.ApiDatabase;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.KeyRing;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads recorded events in an order in which nothing can turn up behind the reader. */
@ApplicationScoped
class RecordedEvents {

    /** One call looks no further for events of a type; where few are of it, the next one goes on from there. */
    static final int FURTHEST = 5_000;

    /**
     * Transactions that may still be under way are left for the next call: their events come later. How many were
     * looked at, and where that ended, stands in every row, and in one without an event when none is of the type.
     * Served by event_cursor and the primary key.
     */
    private static final String AFTER = """
            WITH looked AS MATERIALIZED (
              SELECT id, recorded_at, type, txid, position FROM event
               WHERE partner_id = $1 AND (txid, position) > ($2::bigint::text::xid8, $3::bigint)
                 AND txid < pg_snapshot_xmin(pg_current_snapshot())
               ORDER BY txid, position LIMIT $6),
            ended AS (
              SELECT txid::text::bigint AS last_transaction, position AS last_position, (SELECT count(*) FROM looked) AS looked
                FROM looked ORDER BY txid DESC, looked.position DESC LIMIT 1),
            found AS (
              SELECT * FROM looked WHERE $5::text IS NULL OR $5 IN (type, split_part(type, '.', 1) || '.*', '*')
               ORDER BY txid, position LIMIT $4)
            SELECT ended.*, found.txid::text::bigint AS transaction, found.position, e.body, e.key_id, e.sealed
              FROM ended LEFT JOIN found ON true
              LEFT JOIN event e ON e.id = found.id AND e.recorded_at = found.recorded_at
             ORDER BY found.txid, found.position""";

    private final Pool pool;
    private final DataKeys keys;

    RecordedEvents(@ReactiveDataSource(ApiDatabase.NAME) Pool pool, DataKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    Uni<EventResource.Events> after(String partnerId, EventCursor cursor, int limit, String type) {
        int furthest = type == null ? limit + 1 : FURTHEST;
        return pool.preparedQuery(AFTER).execute(Tuple.tuple().addString(partnerId).addLong(cursor.transaction())
                .addLong(cursor.position()).addInteger(limit + 1).addString(type).addInteger(furthest))
                .chain(rows -> keys.find(keyIds(rows)).map(ring -> page(rows, ring, cursor, limit, furthest)));
    }

    private static EventResource.Events page(RowSet<Row> rows, KeyRing ring, EventCursor from, int limit, int furthest) {
        List<JsonNode> items = new ArrayList<>();
        EventCursor last = from;
        boolean more = false;
        for (Row row : rows) {
            if (items.size() == limit) {
                return new EventResource.Events(items, last.toString(), true);
            }
            if (row.getBuffer("body") != null) {
                items.add(parse(row, ring));
                last = new EventCursor(row.getLong("transaction"), row.getLong("position"));
            }
            more = row.getLong("looked") == furthest;
        }
        return new EventResource.Events(items, looked(rows, from).toString(), more);
    }

    /** Behind everything that was looked at, whether or not it was of the type. */
    private static EventCursor looked(RowSet<Row> rows, EventCursor from) {
        if (rows.size() == 0) {
            return from;
        }
        Row any = rows.iterator().next();
        return new EventCursor(any.getLong("last_transaction"), any.getLong("last_position"));
    }

    private static List<String> keyIds(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString("key_id")).filter(Objects::nonNull)
                .distinct().toList();
    }

    private static JsonNode parse(Row row, KeyRing ring) {
        StoredBody stored = StoredBody.of(row);
        return WebhookBody.parse(OpenedBody.of(stored.clear(), stored.personal(), ring).bytes());
    }
}
