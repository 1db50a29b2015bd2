package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operator watches: the meters that the documentation names. */
@DispatcherTest
class MetricsTest {

    @Inject
    Database database;

    @Inject
    MeterRegistry registry;

    @Inject
    DispatcherGauges gauges;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void countsAndTimesWhatEndpointsAnswer() {
        try (var receiver = Receiver.answering(418)) {
            Subscribed.to(receiver, partner, "booking.*");
            double before = attempts("failed", "http_4xx");

            Booking.of(partner).create();

            await().until(() -> attempts("failed", "http_4xx") > before);
            double delivered = attempts("delivered", "http_2xx");
            receiver.answer(200);
            await().until(() -> attempts("delivered", "http_2xx") > delivered);
            for (String timer : List.of("webhook_first_attempt", "webhook_delivered", "webhook_phase_resolve",
                    "webhook_phase_connect", "webhook_phase_answer")) {
                assertThat(registry.get(timer).timer().count()).as(timer).isPositive();
            }
            assertThat(registry.find("webhook_attempts").tag("reason", "http_418").counters()).isEmpty();
        }
    }

    @Test
    void showsWhatWaitsAndWhoIsKeptAway() {
        for (String gauge : List.of("webhook_in_flight", "webhook_queued", "webhook_oldest_due_seconds")) {
            assertThat(registry.get(gauge).gauge().value()).as(gauge).isNotNegative();
        }
        Subscribed.to("http://127.0.0.1:9/", partner, "booking.*");
        for (int i = 0; i < 5; i++) {
            Booking.of(partner).create();
        }
        await().until(() -> registry.get("webhook_breakers").tag("state", "open").gauge().value() > 0);
    }

    /** Its probes are minutes apart in the end: that is no standstill. */
    @Test
    void anEndpointThatFailsDoesNotCountAsWorkThatNobodyDoes() {
        Subscribed dead = Subscribed.to("http://127.0.0.1:9/", partner, "booking.*");
        for (int i = 0; i < 8; i++) {
            Booking.of(partner).create();
        }
        String waiting = "FROM delivery_waiting WHERE subscription_id = '" + dead.id() + "'";
        await().until(() -> database.value("SELECT count(*) FROM endpoint_health WHERE failing_since IS NOT NULL "
                + "AND subscription_id = '" + dead.id() + "'").equals("1"));
        database.run("UPDATE delivery_waiting SET due_at = now() - interval '1 day' WHERE lease = 0 AND subscription_id = '"
                + dead.id() + "'");

        gauges.look().await().atMost(Duration.ofSeconds(10));

        assertThat(database.value("SELECT count(*) > 0 " + waiting + " AND due_at < now() - interval '1 hour'"))
                .isEqualTo("true");
        assertThat(registry.get("webhook_oldest_due_seconds").gauge().value()).isLessThan(3600);
    }

    /** An event of last week that is sent again must not look as if it had been under way for a week. */
    @Test
    void timesAReplayFromItsBeginning() {
        try (var receiver = Receiver.answering(200)) {
            String old = Booking.of(partner).create();
            await().until(() -> database.value("SELECT count(*) FROM event WHERE id = '" + old + "'").equals("1"));
            database.run("UPDATE event SET created_at = now() - interval '7 days' WHERE id = '" + old + "'");
            Subscribed subscribed = Subscribed.to(receiver, partner, "booking.*");
            double before = registry.get("webhook_first_attempt").timer().totalTime(TimeUnit.DAYS);

            partner.request().contentType("application/json").body(Map.of("scope", "all", "since", "2020-01-01T00:00:00Z"))
                    .post("/api/webhooks/" + subscribed.id() + "/replay").then().statusCode(201);

            await().until(() -> "DELIVERED".equals(subscribed.status(0)));
            assertThat(registry.get("webhook_first_attempt").timer().totalTime(TimeUnit.DAYS) - before).isLessThan(1);
        }
    }

    @Test
    void countsEndpointsWhoseSecretsCannotBeOpened() {
        double before = unusable();
        Subscribed locked = Subscribed.to("http://127.0.0.1:9/", partner, "booking.*");
        database.run("UPDATE subscription_secret SET sealed = '\\x00' WHERE subscription_id = '" + locked.id() + "'");

        Booking.of(partner).create();

        await().until(() -> unusable() > before);
        database.run("UPDATE subscription SET deleted_at = now() WHERE id = '" + locked.id() + "'");
        database.run("DELETE FROM subscription_secret WHERE subscription_id = '" + locked.id() + "'");
    }

    private double attempts(String outcome, String reason) {
        var counter = registry.find("webhook_attempts").tag("outcome", outcome).tag("reason", reason).counter();
        return counter == null ? 0 : counter.count();
    }

    private double unusable() {
        return registry.get("webhook_unusable_endpoints").counter().count();
    }
}
