package io.housemates.dispatcher.delivery;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.event.OpenedBody;
import io.housemates.dispatcher.event.WebhookBody;
import io.housemates.dispatcher.subscription.Endpoints;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Sends a signed {@code webhook.test} once, at once, and says what came of it; a disabled endpoint can be tested, too. */
@ApplicationScoped
class TestDeliveries {

    private final Endpoints endpoints;
    private final TestAttempts attempts;
    private final TestRecords records;
    private final Ulids ulids;
    private final Clock clock;

    TestDeliveries(Endpoints endpoints, TestAttempts attempts, TestRecords records, Ulids ulids, Clock clock) {
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.records = records;
        this.ulids = ulids;
        this.clock = clock;
    }

    /** What became of it, in the words of {@link DeliveryView.Attempt}. */
    record TestOutcome(@JsonProperty("delivery_id") String deliveryId, @JsonProperty("event_id") String eventId, String outcome,
            String reason, @JsonProperty("status_code") Integer statusCode, @JsonProperty("latency_ms") int latencyMs,
            @JsonProperty("response_head") String responseHead) {

        static TestOutcome of(Delivery delivery, AttemptResult result) {
            Outcome outcome = result.outcome();
            return new TestOutcome(delivery.id(), delivery.eventId(), outcome.label(), outcome.reason(), outcome.statusCode(),
                    (int) result.took().toMillis(), result.responseHead());
        }
    }

    /** 404 when the subscription was deleted a moment ago, 429 when it is being tested already. */
    Uni<TestOutcome> send(String partnerId, String subscriptionId) {
        Instant now = clock.instant();
        String event = "evt_" + ulids.next();
        Buffer body = WebhookBody.bytes(WebhookBody.of(EventCatalogue.TEST, event, now,
                WebhookBody.JSON.createObjectNode().put("message", "This is a test.")));
        Delivery delivery = new Delivery(ulids.nextInOrder(), 0, 0, subscriptionId, 0, event, EventCatalogue.TEST, now, null,
                OpenedBody.of(body), 0, 0);
        return endpoints.require(subscriptionId)
                .chain(endpoint -> attempts.make(partnerId, delivery, endpoint))
                .call(result -> records.keep(partnerId, delivery, result))
                .map(result -> TestOutcome.of(delivery, result));
    }
}
