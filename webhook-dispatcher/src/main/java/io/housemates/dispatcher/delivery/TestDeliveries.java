package io.housemates.dispatcher.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.event.OpenedBody;
import io.housemates.dispatcher.event.WebhookBody;
import io.housemates.dispatcher.subscription.Endpoint;
import io.housemates.dispatcher.subscription.Endpoints;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Sends a signed {@code webhook.test} once, at once, and says what came of it; a disabled endpoint can be tested, too. */
@ApplicationScoped
class TestDeliveries {

    private static final String RECORD = """
            WITH stored AS (
              INSERT INTO event (id, partner_id, type, order_key, created_at, body) VALUES ($2, $4, 'webhook.test', $2, $5, $6)
              RETURNING recorded_at),
            tried AS (
              INSERT INTO attempt (delivery_id, number, at, outcome, reason, status_code, latency_ms, response_head)
              VALUES ($1, 1, $5, $8, $9, $10, $11, $12))
            INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key,
                                           created_at, attempts, status)
            SELECT $1, $3, $4, $2, recorded_at, 'webhook.test', $2, $5, 1, $7 FROM stored""";

    private final Pool pool;
    private final Endpoints endpoints;
    private final Attempts attempts;
    private final Ulids ulids;
    private final Clock clock;

    TestDeliveries(Pool pool, Endpoints endpoints, Attempts attempts, Ulids ulids, Clock clock) {
        this.pool = pool;
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.ulids = ulids;
        this.clock = clock;
    }

    /** What became of it, in the words of {@link DeliveryView.Attempt}. */
    record TestOutcome(@JsonProperty("delivery_id") String deliveryId, @JsonProperty("event_id") String eventId, String outcome,
            String reason, @JsonProperty("status_code") Integer statusCode, @JsonProperty("latency_ms") int latencyMs,
            @JsonProperty("response_head") String responseHead) {
    }

    Uni<TestOutcome> send(String partnerId, String subscriptionId) {
        Instant now = clock.instant();
        String event = "evt_" + ulids.next();
        Buffer body = WebhookBody.bytes(WebhookBody.of(EventCatalogue.TEST, event, now,
                WebhookBody.JSON.createObjectNode().put("message", "This is a test.")));
        Delivery delivery = new Delivery(ulids.next(), 0, 0, subscriptionId, 0, event, EventCatalogue.TEST, now, null,
                OpenedBody.of(body), 0,
                0);
        return endpoints.load(subscriptionId)
                .chain(endpoint -> attempt(delivery, endpoint))
                .call(result -> record(partnerId, delivery, result))
                .map(result -> new TestOutcome(delivery.id(), event, result.outcome().label(), result.outcome().reason(),
                        result.outcome().statusCode(), (int) result.took().toMillis(), result.responseHead()));
    }

    private Uni<AttemptResult> attempt(Delivery delivery, Endpoint endpoint) {
        return Uni.createFrom().completionStage(() -> attempts.make(delivery, endpoint).toCompletionStage());
    }

    private Uni<Void> record(String partnerId, Delivery delivery, AttemptResult result) {
        Outcome outcome = result.outcome();
        OffsetDateTime at = delivery.eventCreatedAt().atOffset(ZoneOffset.UTC);
        DeliveryStatus status = outcome instanceof Outcome.Delivered ? DeliveryStatus.DELIVERED : DeliveryStatus.EXHAUSTED;
        return pool.preparedQuery(RECORD).execute(Tuple.tuple().addString(delivery.id()).addString(delivery.eventId())
                .addString(delivery.subscriptionId()).addString(partnerId).addOffsetDateTime(at).addValue(delivery.body())
                .addString(status.name()).addString(outcome.label()).addString(outcome.reason())
                .addInteger(outcome.statusCode())
                .addInteger((int) result.took().toMillis()).addString(result.responseHead())).replaceWithVoid();
    }
}
