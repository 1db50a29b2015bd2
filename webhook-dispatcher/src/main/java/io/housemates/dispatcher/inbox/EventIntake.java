package io.housemates.dispatcher.inbox;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.delivery.Delivery;
import io.housemates.dispatcher.delivery.DeliverySettings;
import io.housemates.dispatcher.delivery.Lanes;
import io.housemates.dispatcher.delivery.NewDeliveries;
import io.housemates.dispatcher.event.OutgoingEvent;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Stores a batch of events with one delivery per matching subscription in one transaction, then hands the deliveries over in
 * memory: their first attempts need no look into the database.
 *
 * <p>
 * What finds no room in memory, or stands behind another event of its booking, is stored without a lease and claimed when due.
 */
@ApplicationScoped
public class EventIntake {

    /** Served by the primary key of inbox, subscription_partner, and delivery_waiting_order. */
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
                   ceil(extract(epoch FROM h.throttled_until - now()) * 1000)::bigint AS wait_ms,
                   EXISTS (SELECT 1 FROM delivery_waiting w WHERE w.subscription_id = s.id AND w.order_key = news.order_key) AS behind
              FROM stored JOIN news ON news.id = stored.id
              JOIN subscription s ON s.partner_id = news.partner_id AND s.deleted_at IS NULL
               AND s.events && ARRAY[news.type, split_part(news.type, '.', 1) || '.*', '*']
              LEFT JOIN endpoint_health h ON h.subscription_id = s.id
             ORDER BY news.n""";

    private final Pool pool;
    private final NewDeliveries deliveries;
    private final Lanes lanes;
    private final Ulids ulids;
    private final Quarantine quarantine;
    private final long leaseMillis;

    EventIntake(Pool pool, NewDeliveries deliveries, Lanes lanes, Ulids ulids, Quarantine quarantine,
            DeliverySettings settings) {
        this.pool = pool;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.ulids = ulids;
        this.quarantine = quarantine;
        this.leaseMillis = settings.lease().toMillis();
    }

    /** Completes when everything is stored; events that were stored before change nothing. */
    Uni<Void> take(Collection<ReadEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        long leaseEnds = System.nanoTime() + leaseMillis * 1_000_000;
        Map<String, ReadEvent> byId = new HashMap<>();
        events.forEach(read -> byId.put(read.event().id(), read));
        return pool.withTransaction(connection -> connection.preparedQuery(STORE).execute(tuple(List.copyOf(events)))
                .map(rows -> plan(rows, byId, leaseEnds))
                .call(plan -> deliveries.waiting(connection, plan.waiting))
                .call(plan -> deliveries.held(connection, plan.held)))
                .invoke(plan -> lanes.offer(plan.leased))
                .invoke(() -> events.stream().filter(read -> read.misfit() != null)
                        .forEach(read -> quarantine.counted(read.event(), read.misfit())))
                .replaceWithVoid();
    }

    private Plan plan(Iterable<Row> matches, Map<String, ReadEvent> events, long leaseEnds) {
        Plan plan = new Plan();
        Map<String, Integer> taken = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Row match : matches) {
            ReadEvent read = events.get(match.getString("id"));
            OutgoingEvent event = read.event();
            String subscription = match.getString("subscription_id");
            if (!match.getBoolean("enabled")) {
                plan.held.add(row(match, event, 0, 0));
                continue;
            }
            long wait = match.getLong("wait_ms") == null ? 0 : Math.max(0, match.getLong("wait_ms"));
            boolean head = seen.add(subscription + " " + event.orderKey()) && !match.getBoolean("behind");
            boolean lease = head && wait == 0 && lanes.canTake(subscription, taken.merge(subscription, 1, Integer::sum));
            NewDeliveries.Row row = lease ? row(match, event, leaseMillis, match.getLong("lease")) : row(match, event, wait, 0);
            plan.waiting.add(row);
            if (lease) {
                plan.leased.add(new Delivery(row.id(), row.lease(), leaseEnds, subscription, match.getInteger("version"),
                        event.id(), event.type(), event.createdAt(), event.traceparent(), read.opened(), 0, 0));
            }
        }
        return plan;
    }

    private NewDeliveries.Row row(Row match, OutgoingEvent event, long dueInMillis, long lease) {
        return new NewDeliveries.Row(ulids.next(), match.getString("subscription_id"), event.partnerId(), event.id(),
                match.getOffsetDateTime("recorded_at"), event.type(), event.orderKey(), dueInMillis, lease);
    }

    private static Tuple tuple(List<ReadEvent> events) {
        return Tuple.tuple()
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
                .addValue(events.stream().map(read -> read.event().body().sealed()).toArray(Buffer[]::new));
    }

    private static String[] texts(List<ReadEvent> events, Function<ReadEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private static final class Plan {
        private final List<NewDeliveries.Row> waiting = new ArrayList<>();
        private final List<NewDeliveries.Row> held = new ArrayList<>();
        private final List<Delivery> leased = new ArrayList<>();
    }
}
