package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.delivery.Results.AttemptEnd;
import io.housemates.dispatcher.subscription.Endpoints;
import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Several instances at once: the second one is put together by hand beside the running service. */
@DispatcherTest
class ReplicasTest {

    private static final int EVENTS = 300;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    @Inject
    DeliverySettings settings;

    @Inject
    Endpoints endpoints;

    @Inject
    Attempts attempts;

    @Inject
    ResultRows rows;

    @Inject
    EndpointHealth health;

    @Inject
    RetrySchedule schedule;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    Claims claims;

    @Test
    void shareTheWorkAndSendNothingTwice() {
        TestPartner partner = TestPartner.introduced();
        Results results = new Results(vertx, rows, health, schedule, Clock.systemUTC(), metrics, settings);
        Lanes lanes = new Lanes(vertx, settings, endpoints, attempts, results, metrics);
        Claimer second = new Claimer(vertx, lanes, claims, results, settings);
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            database.run("INSERT INTO endpoint_health (subscription_id, throttled_until) VALUES ('" + subscribed.id()
                    + "', now() + interval '1 hour')");
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                sent.add(Booking.of(partner).create());
            }
            await().until(() -> waiting(subscribed).equals("" + EVENTS));

            second.start(new StartupEvent());
            database.run("UPDATE delivery_waiting SET due_at = now() WHERE subscription_id = '" + subscribed.id() + "'");
            database.run("DELETE FROM endpoint_health WHERE subscription_id = '" + subscribed.id() + "'");

            await().atMost(Duration.ofSeconds(30)).until(() -> waiting(subscribed).equals("0"));
            assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(lanes.all()).as("the second instance took part").isNotEmpty();
        } finally {
            second.stop(new ShutdownEvent());
        }
    }

    @Test
    void refuseTheLateResultOfAnOldLease() {
        TestPartner partner = TestPartner.introduced();
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            Booking.of(partner).create();
            await().until(() -> "DELIVERED".equals(subscribed.status(0)));
            database.run("UPDATE subscription SET enabled = false WHERE id = '" + subscribed.id() + "'");
            database.run("WITH f AS (DELETE FROM delivery_finished WHERE subscription_id = '" + subscribed.id()
                    + "' RETURNING *) "
                    + "INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                    + "order_key, created_at, due_at) SELECT id, subscription_id, partner_id, event_id, event_recorded_at, "
                    + "event_type, order_key, created_at, now() FROM f");

            Delivery old = claim(subscribed);
            assertThat(claims.claim(Map.of(subscribed.id(), 5)).await().atMost(Duration.ofSeconds(5))).as("leased").isEmpty();
            database.run("UPDATE delivery_waiting SET due_at = now() WHERE id = '" + old.id() + "'");
            Delivery current = claim(subscribed);

            assertThat(current.lease()).isGreaterThan(old.lease());
            assertThat(write(old)).isZero();
            assertThat(write(current)).isOne();
            assertThat(write(current)).as("only once").isZero();
        }
    }

    private Delivery claim(Subscribed subscribed) {
        List<Delivery> claimed = claims.claim(Map.of(subscribed.id(), 5)).await().atMost(Duration.ofSeconds(5));
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private int write(Delivery delivery) {
        AttemptResult result = new AttemptResult(new Outcome.Delivered(200), "ok", Phases.NONE, Duration.ZERO);
        return rows.write(List.of(new AttemptEnd(delivery, 1, Clock.systemUTC().instant(), result,
                Next.finish(DeliveryStatus.DELIVERED)))).await().atMost(Duration.ofSeconds(5)).accepted();
    }

    private String waiting(Subscribed subscribed) {
        return database.value("SELECT count(*) FROM delivery_waiting WHERE subscription_id = '" + subscribed.id() + "'");
    }
}
