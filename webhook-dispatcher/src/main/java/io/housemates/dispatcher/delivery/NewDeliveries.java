package io.housemates.dispatcher.delivery;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes new delivery rows in the caller's transaction. */
@ApplicationScoped
public class NewDeliveries {

    /**
     * One that stands behind an earlier one of its booking gets no lease, and is told. Asked in a statement of its
     * own, after the events are stored: that has waited for another instance that was still storing the same ones, as
     * happens when partitions change hands. Served by delivery_waiting_order; with EXISTS the planner would rather
     * put the whole table in a hash.
     */
    static final String WAITING = """
            WITH d AS (
              SELECT d.*, lease > 0 AND (SELECT true FROM delivery_waiting w
                       WHERE w.subscription_id || ' ' || w.order_key = d.subscription_id || ' ' || d.order_key
                       LIMIT 1) IS NOT NULL AS behind
                FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::bigint[],
                            $9::bigint[]) WITH ORDINALITY
                  AS d(id, subscription_id, partner_id, event_id, recorded_at, event_type, order_key, due_in, lease, n)),
            put AS (
              INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                            created_at, due_at, lease)
              SELECT id, subscription_id, partner_id, event_id, recorded_at, event_type, order_key, now(),
                     now() + CASE WHEN behind THEN 0 ELSE due_in END * interval '1 millisecond',
                     CASE WHEN behind THEN 0 ELSE lease END
                FROM d ORDER BY n)
            SELECT id FROM d WHERE behind""";

    private static final String HELD = """
            INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                           created_at, attempts, status)
            SELECT id, subscription_id, partner_id, event_id, recorded_at, event_type, order_key, now(), 0, 'HELD'
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[])
                AS d(id, subscription_id, partner_id, event_id, recorded_at, event_type, order_key)""";

    /**
     * @param dueInMillis when it may be claimed; for a leased one when the lease ends
     * @param lease fencing token, 0 when it is not leased
     */
    public record Row(String id, String subscriptionId, String partnerId, String eventId, OffsetDateTime eventRecordedAt,
            String eventType, String orderKey, long dueInMillis, long lease) {
    }

    /** Deliveries to make. @return ids of those that got no lease although they should, because they stand behind another */
    public Uni<Set<String>> waiting(SqlConnection connection, List<Row> rows) {
        return rows.isEmpty() ? Uni.createFrom().item(Set.of())
                : connection.preparedQuery(WAITING).execute(common(rows)
                        .addArrayOfLong(rows.stream().map(Row::dueInMillis).toArray(Long[]::new))
                        .addArrayOfLong(rows.stream().map(Row::lease).toArray(Long[]::new)))
                        .map(behind -> StreamSupport.stream(behind.spliterator(), false).map(row -> row.getString("id"))
                                .collect(Collectors.toSet()));
    }

    /** Deliveries to disabled subscriptions: only recorded, so that they can be replayed. */
    public Uni<Void> held(SqlConnection connection, List<Row> rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem()
                : connection.preparedQuery(HELD).execute(common(rows)).replaceWithVoid();
    }

    private static Tuple common(List<Row> rows) {
        return Tuple.tuple()
                .addArrayOfString(texts(rows, Row::id))
                .addArrayOfString(texts(rows, Row::subscriptionId))
                .addArrayOfString(texts(rows, Row::partnerId))
                .addArrayOfString(texts(rows, Row::eventId))
                .addArrayOfOffsetDateTime(rows.stream().map(row -> row.eventRecordedAt().withOffsetSameInstant(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(rows, Row::eventType))
                .addArrayOfString(texts(rows, Row::orderKey));
    }

    private static String[] texts(List<Row> rows, Function<Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
