package io.housemates.dispatcher.delivery;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.api.ApiDatabase;
import io.housemates.dispatcher.delivery.KeptAnswers.KeptAnswer;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Puts a test delivery on record beside the others. */
@ApplicationScoped
class TestRecords {

    /** There is a partition only for the days around now, wherever our clock stands. */
    private static final String KEEP = """
            WITH stored AS (
              INSERT INTO event (id, partner_id, type, order_key, created_at, body)
              VALUES ($2, $4, 'webhook.test', $2, $5, $6)
              RETURNING recorded_at)
            INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                           created_at, attempts, status, tried_at, outcome, reason, status_code, latency_ms,
                                           response_head, sealed_head)
            SELECT $1, $3, $4, $2, recorded_at, 'webhook.test', $2, $5, 1, $7,
                   greatest(now() - interval '1 day', least(now() + interval '1 day', $5)), $8, $9, $10, $11, $12, $13
              FROM stored""";

    private final Pool pool;
    private final KeptAnswers answers;
    private final Partitions partitions;

    TestRecords(@ReactiveDataSource(ApiDatabase.NAME) Pool pool, KeptAnswers answers, Partitions partitions) {
        this.pool = pool;
        this.answers = answers;
        this.partitions = partitions;
    }

    /** After days of rest it may be faster than today's partitions. */
    Uni<Void> keep(String partnerId, Delivery delivery, AttemptResult result) {
        return insert(partnerId, delivery, result)
                .onFailure(Partitions::isMissing)
                .recoverWithUni(() -> partitions.maintain().chain(() -> insert(partnerId, delivery, result)));
    }

    private Uni<Void> insert(String partnerId, Delivery delivery, AttemptResult result) {
        Outcome outcome = result.outcome();
        OffsetDateTime at = delivery.eventCreatedAt().atOffset(ZoneOffset.UTC);
        DeliveryStatus status = outcome instanceof Outcome.Delivered ? DeliveryStatus.DELIVERED : DeliveryStatus.EXHAUSTED;
        KeptAnswer kept = answers.keep(delivery, result.responseHead());
        return pool.preparedQuery(KEEP).execute(Tuple.tuple().addString(delivery.id()).addString(delivery.eventId())
                .addString(delivery.subscriptionId()).addString(partnerId).addOffsetDateTime(at).addValue(delivery.body())
                .addString(status.name()).addString(outcome.label()).addString(outcome.reason())
                .addInteger(outcome.statusCode()).addInteger((int) result.took().toMillis())
                .addString(kept.clear()).addValue(kept.sealed())).replaceWithVoid();
    }
}
