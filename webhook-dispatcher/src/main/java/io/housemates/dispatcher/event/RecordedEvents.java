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

    /** Transactions that may still be under way are left for the next call: their events come later. Served by event_cursor. */
    private static final String AFTER = """
            SELECT txid::text::bigint AS transaction, position, body, key_id, sealed FROM event
             WHERE partner_id = $1 AND (txid, position) > ($2::bigint::text::xid8, $3::bigint)
               AND txid < pg_snapshot_xmin(pg_current_snapshot())
               AND ($5::text IS NULL OR $5 IN (type, split_part(type, '.', 1) || '.*', '*'))
             ORDER BY txid, position LIMIT $4""";

    private final Pool pool;
    private final DataKeys keys;

    RecordedEvents(@ReactiveDataSource(ApiDatabase.NAME) Pool pool, DataKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    Uni<EventResource.Events> after(String partnerId, EventCursor cursor, int limit, String type) {
        return pool.preparedQuery(AFTER).execute(Tuple.tuple().addString(partnerId).addLong(cursor.transaction())
                .addLong(cursor.position()).addInteger(limit + 1).addString(type))
                .chain(rows -> keys.find(keyIds(rows)).map(ring -> page(rows, ring, cursor, limit)));
    }

    private static EventResource.Events page(RowSet<Row> rows, KeyRing ring, EventCursor from, int limit) {
        List<JsonNode> items = new ArrayList<>();
        EventCursor last = from;
        for (Row row : rows) {
            if (items.size() == limit) {
                return new EventResource.Events(items, last.toString(), true);
            }
            items.add(parse(row, ring));
            last = new EventCursor(row.getLong("transaction"), row.getLong("position"));
        }
        return new EventResource.Events(items, last.toString(), false);
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
