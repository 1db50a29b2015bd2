package io.housemates.dispatcher.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.delivery.DeliveryView.Attempt;
import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.PageRequest;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.KeyRing;
import io.housemates.platform.privacy.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads deliveries with their attempts, waiting and finished ones alike, and takes finished ones up again. */
@ApplicationScoped
class Deliveries {

    private static final String FILTER = """
            FROM delivery d WHERE d.subscription_id = $1 AND d.partner_id = $2
             AND ($3::text IS NULL OR d.status = $3) AND ($4::text IS NULL OR d.event_type = $4)
             AND ($5::timestamptz IS NULL OR d.created_at >= $5) AND ($6::timestamptz IS NULL OR d.created_at < $6)""";
    /** Served by delivery_waiting_due and delivery_finished_subscription. */
    private static final String LIST = "SELECT d.* " + FILTER + " ORDER BY d.id DESC LIMIT $7 OFFSET $8";
    private static final String COUNT = "SELECT count(*) " + FILTER;
    /** Served by the primary key of delivery_waiting and delivery_finished_id. */
    private static final String READ = "SELECT * FROM delivery d WHERE d.id = $1 AND d.partner_id = $2";
    /** Served by attempt_delivery. */
    private static final String ATTEMPTS = "SELECT * FROM attempt WHERE delivery_id = ANY($1) ORDER BY delivery_id, at";

    /** Back to the waiting ones with a fresh schedule; a waiting one that nobody is sending becomes due now. */
    private static final String RETRY = """
            WITH back AS (
              DELETE FROM delivery_finished f USING subscription s
               WHERE f.id = $1 AND f.partner_id = $2 AND s.id = f.subscription_id AND s.enabled AND s.deleted_at IS NULL
              RETURNING f.*),
            due AS (
              UPDATE delivery_waiting SET due_at = now(), round_start = attempts
               WHERE id = $1 AND partner_id = $2 AND lease = 0 RETURNING id)
            INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                          created_at, attempts, round_start, due_at)
            SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, attempts,
                   attempts, now() FROM back""";

    private final Pool pool;

    private final DataKeys keys;

    Deliveries(Pool pool, DataKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    Uni<List<DeliveryView>> list(String partnerId, String subscriptionId, DeliveryFilter filter, PageRequest page) {
        return pool.preparedQuery(LIST).execute(tuple(partnerId, subscriptionId, filter)
                .addInteger(page.perPage()).addInteger(page.offset()))
                .map(Deliveries::views)
                .chain(views -> withAttempts(views, false));
    }

    Uni<Long> count(String partnerId, String subscriptionId, DeliveryFilter filter) {
        return pool.preparedQuery(COUNT).execute(tuple(partnerId, subscriptionId, filter))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<DeliveryView> read(String partnerId, String id) {
        return pool.preparedQuery(READ).execute(Tuple.of(id, partnerId))
                .map(Deliveries::views)
                .chain(views -> {
                    if (views.isEmpty()) {
                        throw CommonError.NOT_FOUND.exception();
                    }
                    return withAttempts(views, true).map(complete -> complete.get(0));
                });
    }

    /** @throws io.housemates.platform.api.ApiException 404 when unknown, 409 when its subscription is disabled or deleted */
    Uni<DeliveryView> retry(String partnerId, String id) {
        return pool.preparedQuery(RETRY).execute(Tuple.of(id, partnerId))
                .chain(() -> read(partnerId, id))
                .invoke(delivery -> {
                    if (delivery.status() != DeliveryStatus.PENDING) {
                        throw CommonError.CONFLICT.exception("The subscription is disabled or deleted.");
                    }
                });
    }

    private Uni<List<DeliveryView>> withAttempts(List<DeliveryView> deliveries, boolean heads) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().item(deliveries);
        }
        String[] ids = deliveries.stream().map(DeliveryView::id).toArray(String[]::new);
        return pool.preparedQuery(ATTEMPTS).execute(Tuple.tuple().addArrayOfString(ids))
                .chain(rows -> keys.find(heads ? keyIds(rows) : List.of())
                        .map(ring -> withAttempts(deliveries, rows, ring, heads)));
    }

    private static List<DeliveryView> withAttempts(List<DeliveryView> deliveries, RowSet<Row> rows, KeyRing ring,
            boolean heads) {
        Map<String, List<Attempt>> attempts = new HashMap<>();
        for (Row row : rows) {
            attempts.computeIfAbsent(row.getString("delivery_id"), id -> new ArrayList<>())
                    .add(attempt(row, heads ? head(row, ring) : null));
        }
        return deliveries.stream().map(view -> view.with(attempts.getOrDefault(view.id(), List.of()))).toList();
    }

    private static Tuple tuple(String partnerId, String subscriptionId, DeliveryFilter filter) {
        return Tuple.tuple().addString(subscriptionId).addString(partnerId).addString(filter.status())
                .addString(filter.eventType()).addOffsetDateTime(filter.since()).addOffsetDateTime(filter.until());
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

    private static List<String> keyIds(RowSet<Row> attempts) {
        return StreamSupport.stream(attempts.spliterator(), false).map(row -> row.getString("key_id"))
                .filter(Objects::nonNull).distinct().toList();
    }

    /** Null once the personal data was erased that the answer may have repeated. */
    private static String head(Row row, KeyRing ring) {
        Buffer sealed = row.getBuffer("sealed_head");
        byte[] opened = sealed == null ? null : ring.open(new Sealed(row.getString("key_id"), sealed.getBytes()));
        return opened == null ? row.getString("response_head") : new String(opened, UTF_8);
    }

    private static Attempt attempt(Row row, String head) {
        return new Attempt(row.getInteger("number"), instant(row.getOffsetDateTime("at")), row.getString("outcome"),
                row.getString("reason"), row.getInteger("status_code"), row.getInteger("latency_ms"),
                head);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
