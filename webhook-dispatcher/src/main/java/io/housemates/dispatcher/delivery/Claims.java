package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The SQL that finds due deliveries and leases them to this instance. */
@ApplicationScoped
class Claims {

    /**
     * Endpoints with something due. Hops from endpoint to endpoint instead of reading their deliveries, so that a dead
     * endpoint with 200,000 of them costs as much as one with a single one. Served by delivery_waiting_due.
     */
    static final String DUE_ENDPOINTS = """
            WITH RECURSIVE hop AS (
              (SELECT subscription_id FROM delivery_waiting ORDER BY subscription_id LIMIT 1)
              UNION ALL
              SELECT (SELECT d.subscription_id FROM delivery_waiting d WHERE d.subscription_id > hop.subscription_id
                       ORDER BY d.subscription_id LIMIT 1)
                FROM hop WHERE hop.subscription_id IS NOT NULL)
            SELECT hop.subscription_id, s.version
              FROM hop JOIN subscription s ON s.id = hop.subscription_id AND s.enabled AND s.deleted_at IS NULL
              LEFT JOIN endpoint_health h ON h.subscription_id = s.id
             WHERE (h.throttled_until IS NULL OR h.throttled_until <= now())
               AND (SELECT d.due_at FROM delivery_waiting d WHERE d.subscription_id = hop.subscription_id
                     ORDER BY d.due_at LIMIT 1) <= now()""";

    /**
     * Leases the longest due deliveries of each endpoint, as many as it has room for. One that stands behind another of the
     * same booking is told instead, for {@link ClaimRest}. A few more than there is room for are looked at, so that those
     * behind do not use the room up; one whose event is gone comes without a body.
     * Served by delivery_waiting_due, delivery_waiting_order and the primary key; the arrays keep the planner from reading the
     * whole table, which it prefers when it cannot know how few rows are due.
     */
    static final String CLAIM = """
            WITH want AS (SELECT * FROM unnest($1::text[], $2::int[]) AS w(subscription_id, room)),
            picked AS MATERIALIZED (
              SELECT d.id, d.due_at, d.subscription_id, w.room,
                     (SELECT true FROM delivery_waiting p
                       WHERE p.subscription_id || ' ' || p.order_key = d.subscription_id || ' ' || d.order_key
                         AND p.position < d.position ORDER BY p.position LIMIT 1) IS NOT NULL AS behind
                FROM want w CROSS JOIN LATERAL (
                  SELECT id, subscription_id, order_key, position, due_at FROM delivery_waiting q
                   WHERE q.subscription_id = w.subscription_id AND q.due_at <= now()
                   ORDER BY q.due_at LIMIT w.room + 32 FOR UPDATE SKIP LOCKED) d),
            due AS MATERIALIZED (
              SELECT id, due_at, behind, room, row_number() OVER (PARTITION BY subscription_id, behind ORDER BY due_at) AS turn
                FROM picked),
            claimed AS (
              UPDATE delivery_waiting d SET lease = nextval('lease_token'), due_at = now() + $3::bigint * interval '1 millisecond'
               WHERE d.id = ANY(ARRAY(SELECT due.id FROM due WHERE NOT due.behind AND due.turn <= due.room))
              RETURNING d.id, d.lease, d.subscription_id, d.event_id, d.event_recorded_at, d.event_type, d.attempts, d.round_start,
                        d.position)
            SELECT due.id, due.due_at, due.behind, c.lease, c.subscription_id, s.version, c.event_id, c.event_type, c.attempts,
                   c.round_start, e.created_at, e.traceparent, e.body, e.key_id, e.sealed
              FROM due LEFT JOIN claimed c ON c.id = due.id
              LEFT JOIN subscription s ON s.id = c.subscription_id
              LEFT JOIN event e ON e.id = c.event_id AND e.recorded_at = c.event_recorded_at
             WHERE due.behind OR c.id IS NOT NULL
             ORDER BY c.position""";

    private final Pool pool;
    private final ClaimedRows claimed;
    private final ClaimRest rest;
    private final Duration lease;

    Claims(Pool pool, ClaimedRows claimed, ClaimRest rest, DeliverySettings settings) {
        this.pool = pool;
        this.claimed = claimed;
        this.rest = rest;
        this.lease = settings.lease();
    }

    /** @param version the latest of its settings */
    record DueEndpoint(String subscriptionId, int version) {
    }

    Uni<List<DueEndpoint>> dueEndpoints() {
        return pool.preparedQuery(DUE_ENDPOINTS).execute().map(rows -> {
            List<DueEndpoint> due = new ArrayList<>(rows.size());
            rows.forEach(row -> due.add(new DueEndpoint(row.getString("subscription_id"), row.getInteger("version"))));
            return due;
        });
    }

    /** @param room how many to claim by endpoint */
    Uni<List<Delivery>> claim(Map<String, Integer> room) {
        long leaseEnds = System.nanoTime() + lease.toNanos();
        return pool.preparedQuery(CLAIM).execute(Tuple.tuple()
                .addArrayOfString(room.keySet().toArray(String[]::new))
                .addArrayOfInteger(room.values().toArray(Integer[]::new))
                .addLong(lease.toMillis()))
                .call(found -> rest.putBehind(those(found, row -> row.getBoolean("behind"))))
                .call(found -> rest.finishLost(those(found, row -> isClaimed(row) && !hasEvent(row))))
                .chain(found -> claimed.open(those(found, row -> isClaimed(row) && hasEvent(row)), leaseEnds));
    }

    private static boolean isClaimed(Row row) {
        return !row.getBoolean("behind");
    }

    private static boolean hasEvent(Row row) {
        return row.getBuffer("body") != null;
    }

    private static List<Row> those(RowSet<Row> rows, Predicate<Row> which) {
        return StreamSupport.stream(rows.spliterator(), false).filter(which).toList();
    }
}
