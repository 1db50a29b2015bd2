package io.housemates.dispatcher.inbox;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The SQL that stores a batch of events, those that were stored before left out, and finds who wants them. */
final class EventRows {

    /** Served by the primary key of inbox, and by subscription_partner. */
    private static final String STORE = """
            WITH incoming AS (
              SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                                   $8::bytea[], $9::text[], $10::text[], $11::bytea[]) WITH ORDINALITY
                AS e(source_id, id, partner_id, type, order_key, created_at, traceparent, body, misfit, key_id, sealed, n)),
            fresh AS (
              INSERT INTO inbox (event_id, received_at) SELECT source_id, now() FROM incoming ON CONFLICT DO NOTHING
              RETURNING event_id),
            news AS (SELECT i.* FROM incoming i JOIN fresh f ON f.event_id = i.source_id),
            quarantined AS (
              INSERT INTO quarantine (event_id, partner_id, type, order_key, created_at, traceparent, body, key_id, sealed, reason)
              SELECT id, partner_id, type, order_key, created_at, traceparent, body, key_id, sealed, misfit FROM news WHERE misfit IS NOT NULL),
            stored AS (
              INSERT INTO event (id, partner_id, type, order_key, created_at, traceparent, body, key_id, sealed)
              SELECT id, partner_id, type, order_key, created_at, traceparent, body, key_id, sealed FROM news WHERE misfit IS NULL ORDER BY n
              RETURNING id, recorded_at)
            SELECT news.id, stored.recorded_at, s.id AS subscription_id, s.version, s.enabled,
                   (SELECT nextval('lease_token')) AS lease,
                   ceil(extract(epoch FROM h.throttled_until - now()) * 1000)::bigint AS wait_ms
              FROM stored JOIN news ON news.id = stored.id
              JOIN subscription s ON s.partner_id = news.partner_id AND s.deleted_at IS NULL
               AND s.events && ARRAY[news.type, split_part(news.type, '.', 1) || '.*', '*']
              LEFT JOIN endpoint_health h ON h.subscription_id = s.id
             ORDER BY news.n""";

    private EventRows() {
    }

    /** One row for each event and subscription that wants it, in the order of the events. */
    static Uni<RowSet<Row>> store(SqlConnection connection, List<ReadEvent> events) {
        return connection.preparedQuery(STORE).execute(Tuple.tuple()
                .addArrayOfString(texts(events, ReadEvent::sourceId))
                .addArrayOfString(texts(events, read -> read.event().id()))
                .addArrayOfString(texts(events, read -> read.event().partnerId()))
                .addArrayOfString(texts(events, read -> read.event().type()))
                .addArrayOfString(texts(events, read -> read.event().orderKey()))
                .addArrayOfOffsetDateTime(events.stream().map(read -> read.event().createdAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(events, read -> read.event().traceparent()))
                .addValue(events.stream().map(read -> read.event().body().clear()).toArray(Buffer[]::new))
                .addArrayOfString(texts(events, ReadEvent::misfit))
                .addArrayOfString(texts(events, read -> read.event().body().keyId()))
                .addValue(events.stream().map(read -> read.event().body().sealed()).toArray(Buffer[]::new)));
    }

    private static String[] texts(List<ReadEvent> events, Function<ReadEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }
}
