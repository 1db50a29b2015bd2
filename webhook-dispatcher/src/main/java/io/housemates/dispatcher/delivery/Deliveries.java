package io.housemates.dispatcher.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.api.ApiDatabase;
import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.PageRequest;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads deliveries with their attempts, waiting and finished ones alike, and takes finished ones up again. */
@ApplicationScoped
class Deliveries {

    private static final String FILTER = """
            FROM delivery d WHERE d.subscription_id = $1 AND d.partner_id = $2
             AND ($3::text IS NULL OR d.event_type = $3)
             AND ($4::timestamptz IS NULL OR d.created_at >= $4) AND ($5::timestamptz IS NULL OR d.created_at < $5)""";
    /** Served by delivery_waiting_due, and delivery_finished_not_received or delivery_finished_subscription. */
    private static final String LIST = "SELECT d.* " + FILTER + "%s ORDER BY d.id DESC LIMIT $6 OFFSET $7";
    /** No further than it is of use: a busy endpoint has millions. */
    private static final String COUNT = "SELECT count(*) FROM (SELECT 1 " + FILTER + "%s LIMIT 10000) counted";
    /** Served by the primary key of delivery_waiting and delivery_finished_id. */
    private static final String READ = "SELECT * FROM delivery d WHERE d.id = $1 AND d.partner_id = $2";

    /**
     * Back to the waiting ones with a fresh schedule, if there is still something to send; a waiting one that nobody is sending
     * becomes due now.
     */
    private static final String RETRY = """
            WITH back AS (
              DELETE FROM delivery_finished f USING subscription s
               WHERE f.id = $1 AND f.partner_id = $2 AND s.id = f.subscription_id AND s.enabled AND s.deleted_at IS NULL
                 AND EXISTS (SELECT 1 FROM event e WHERE e.id = f.event_id AND e.recorded_at = f.event_recorded_at)
              RETURNING f.*),
            """ + LastAttempt.IS_ONE_OF_SEVERAL + """
            due AS (
              UPDATE delivery_waiting SET due_at = now(), round_start = attempts
               WHERE id = $1 AND partner_id = $2 AND lease = 0 RETURNING id)
            INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                          created_at, attempts, round_start, due_at)
            SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, attempts,
                   attempts, now() FROM back""";

    private final Pool pool;

    private final AttemptRecords attempts;

    Deliveries(@ReactiveDataSource(ApiDatabase.NAME) Pool pool, AttemptRecords attempts) {
        this.pool = pool;
        this.attempts = attempts;
    }

    Uni<List<DeliveryView>> list(String partnerId, String subscriptionId, DeliveryFilter filter, PageRequest page) {
        return pool.preparedQuery(LIST.formatted(with(filter.status()))).execute(tuple(partnerId, subscriptionId, filter)
                .addInteger(page.perPage()).addInteger(page.offset()))
                .map(Deliveries::views)
                .chain(views -> attempts.addTo(views, false));
    }

    /** Counts up to 10,000. */
    Uni<Long> count(String partnerId, String subscriptionId, DeliveryFilter filter) {
        return pool.preparedQuery(COUNT.formatted(with(filter.status()))).execute(tuple(partnerId, subscriptionId, filter))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<DeliveryView> read(String partnerId, String id) {
        return pool.preparedQuery(READ).execute(Tuple.of(id, partnerId))
                .map(Deliveries::views)
                .chain(views -> {
                    if (views.isEmpty()) {
                        throw CommonError.NOT_FOUND.exception();
                    }
                    return attempts.addTo(views, true).map(complete -> complete.get(0));
                });
    }

    /**
     * @throws io.housemates.platform.api.ApiException 404 when unknown, 409 when its subscription is disabled or deleted, or
     *         its event not kept any more
     */
    Uni<DeliveryView> retry(String partnerId, String id) {
        return pool.preparedQuery(RETRY).execute(Tuple.of(id, partnerId))
                .chain(() -> read(partnerId, id))
                .invoke(delivery -> {
                    if (delivery.status() != DeliveryStatus.PENDING) {
                        throw CommonError.CONFLICT
                                .exception("The subscription is disabled or deleted, or the event is not kept any more.");
                    }
                });
    }

    /** Part of the statement, because the planner has to see that it is one of the few. */
    private static String with(DeliveryStatus status) {
        return status == null ? "" : " AND d.status = '" + status + "'";
    }

    private static Tuple tuple(String partnerId, String subscriptionId, DeliveryFilter filter) {
        return Tuple.tuple().addString(subscriptionId).addString(partnerId).addString(filter.eventType())
                .addOffsetDateTime(filter.since()).addOffsetDateTime(filter.until());
    }

    private static List<DeliveryView> views(RowSet<Row> rows) {
        List<DeliveryView> views = new ArrayList<>();
        for (Row row : rows) {
            views.add(new DeliveryView(row.getString("id"), row.getString("subscription_id"), row.getString("event_id"),
                    row.getString("event_type"), DeliveryStatus.valueOf(row.getString("status")),
                    instant(row.getOffsetDateTime("created_at")), instant(row.getOffsetDateTime("next_attempt_at")),
                    instant(row.getOffsetDateTime("finished_at")), List.of()));
        }
        return views;
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
