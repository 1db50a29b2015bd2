package io.housemates.dispatcher.delivery;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.delivery.KeptAnswers.KeptAnswer;
import io.housemates.dispatcher.delivery.Results.AttemptEnd;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The SQL that records attempts: one statement for a whole batch. */
@ApplicationScoped
class ResultRows {

    /**
     * A row whose lease token differs was claimed again since: its result is refused. What ended moves to the record together
     * with the attempt that ended it, what did not becomes due again, and what stood behind an ended delivery of the same
     * booking becomes due now.
     * A clock of ours that is wrong by days is put right, because there is a partition only for the days around now.
     * Short enough to be prepared once for each connection, so its plan may come from a time when hardly anything waited, and
     * reading all of it looked cheapest: {@code LATERAL} with a lock or an offset, and {@code ANY}, leave no way in but a key.
     * Served by the primary key of delivery_waiting, and delivery_waiting_order.
     */
    static final String WRITE = """
            WITH r AS MATERIALIZED (
              SELECT *, greatest(now() - interval '1 day', least(now() + interval '1 day', tried)) AS at
                FROM unnest($1::text[], $2::bigint[], $3::int[], $4::timestamptz[], $5::text[], $6::text[], $7::int[],
                            $8::int[], $9::text[], $10::text[], $11::bigint[], $12::text[], $13::bytea[])
                  AS r(delivery, token, number, tried, outcome, reason, status_code, latency_ms, response_head, status, delay_ms,
                       key_id, sealed_head)),
            ours AS MATERIALIZED (
              SELECT r.*, w.*, status <> 'PENDING' AS done FROM r CROSS JOIN LATERAL (
                SELECT * FROM delivery_waiting q WHERE q.id = delivery AND q.lease = token FOR UPDATE) w),
            ended AS (
              DELETE FROM delivery_waiting WHERE id = ANY(ARRAY(SELECT id FROM ours WHERE done))),
            again AS (
              UPDATE delivery_waiting w
                 SET attempts = number, lease = 0, due_at = now() + delay_ms * interval '1 millisecond'
                FROM ours o WHERE w.id = ANY(ARRAY(SELECT id FROM ours WHERE NOT done)) AND w.id = o.id),
            recorded AS (
              INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type,
                                             order_key, created_at, attempts, status, tried_at, outcome, reason, status_code,
                                             latency_ms, response_head, key_id, sealed_head)
              SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, number,
                     status, at, outcome, reason, status_code, latency_ms, response_head, key_id, sealed_head
                FROM ours WHERE done),
            tried AS (
              INSERT INTO attempt (delivery_id, number, at, outcome, reason, status_code, latency_ms, response_head, key_id,
                                   sealed_head)
              SELECT id, number, at, outcome, reason, status_code, latency_ms, response_head, key_id, sealed_head
                FROM ours WHERE NOT done),
            woken AS (%s)
            SELECT (SELECT count(*) FROM ours) AS accepted, (SELECT count(*) FROM woken) AS woken"""
            .formatted(Woken.behind("(SELECT * FROM ours WHERE done)")).replaceAll("\\s+", " ").replace(", ", ",");

    static final String GIVE_BACK = """
            UPDATE delivery_waiting w SET lease = 0, due_at = now()
              FROM unnest($1::text[], $2::bigint[]) AS r(id, lease)
             WHERE w.id = ANY($1) AND w.id = r.id AND w.lease = r.lease""";

    private final Pool pool;
    private final KeptAnswers answers;

    ResultRows(Pool pool, KeptAnswers answers) {
        this.pool = pool;
        this.answers = answers;
    }

    /** @param accepted how many leases were still ours @param woken how many deliveries became due */
    record Written(int accepted, int woken) {
    }

    Uni<Written> write(List<AttemptEnd> ends) {
        if (ends.isEmpty()) {
            return Uni.createFrom().item(new Written(0, 0));
        }
        List<KeptAnswer> kept = ends.stream().map(end -> answers.keep(end.delivery(), end.result().responseHead())).toList();
        Tuple batch = Tuple.tuple()
                .addArrayOfString(texts(ends, end -> end.delivery().id()))
                .addArrayOfLong(ends.stream().map(end -> end.delivery().lease()).toArray(Long[]::new))
                .addArrayOfInteger(ends.stream().map(AttemptEnd::number).toArray(Integer[]::new))
                .addArrayOfOffsetDateTime(
                        ends.stream().map(end -> end.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(ends, end -> end.result().outcome().label()))
                .addArrayOfString(texts(ends, end -> end.result().outcome().reason()))
                .addArrayOfInteger(ends.stream().map(end -> end.result().outcome().statusCode()).toArray(Integer[]::new))
                .addArrayOfInteger(ends.stream().map(end -> (int) end.result().took().toMillis()).toArray(Integer[]::new))
                .addArrayOfString(texts(kept, KeptAnswer::clear))
                .addArrayOfString(texts(ends, end -> end.next().status().name()))
                .addArrayOfLong(ends.stream().map(end -> end.next().delay().toMillis()).toArray(Long[]::new))
                .addArrayOfString(texts(kept, KeptAnswer::keyId))
                .addValue(kept.stream().map(KeptAnswer::sealed).toArray(Buffer[]::new));
        return pool.preparedQuery(WRITE).execute(batch).map(rows -> {
            Row row = rows.iterator().next();
            return new Written(row.getLong("accepted").intValue(), row.getLong("woken").intValue());
        });
    }

    Uni<Void> giveBack(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(GIVE_BACK).execute(Tuple.tuple()
                .addArrayOfString(deliveries.stream().map(Delivery::id).toArray(String[]::new))
                .addArrayOfLong(deliveries.stream().map(Delivery::lease).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
