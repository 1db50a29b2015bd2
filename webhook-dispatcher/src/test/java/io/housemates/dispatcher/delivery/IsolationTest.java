package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.egress.EgressGuard;
import io.housemates.dispatcher.subscription.Endpoints;
import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.platform.privacy.DataKeys;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * One endpoint hangs: the others get everything meanwhile. An instance put together by hand has few slots and a deadline far
 * beyond the test, so that what is counted does not depend on how fast the machine is.
 */
@DispatcherTest
class IsolationTest {

    private static final int SLOTS = 12;
    private static final int AT_ONCE = 4;
    private static final int HEALTHY = 10;
    private static final int EVENTS = 40;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    DataKeys keys;

    @Inject
    Endpoints endpoints;

    @Inject
    EgressGuard guard;

    @Inject
    AttemptTrace trace;

    @Inject
    ResultRows rows;

    @Inject
    EndpointHealth health;

    @Inject
    RetrySchedule schedule;

    @Inject
    DeliveryMetrics metrics;

    @Test
    void deliversEverythingElseWhileOneEndpointHangs() {
        DeliverySettings settings = settings();
        WireClient wire = new WireClient(vertx, guard, settings.deadline(), SLOTS, new HttpClientOptions());
        Clock clock = Clock.systemUTC();
        Lanes lanes = new Lanes(vertx, settings, endpoints, new Attempts(wire, trace, clock),
                new Results(vertx, rows, health, schedule, clock, metrics, settings));
        List<HttpServerRequest> hanging = new CopyOnWriteArrayList<>();
        try (var hangs = Receiver.answering(hanging::add); var healthy = Receiver.answering(200)) {
            TestPartner partner = TestPartner.introduced();
            Subscribed slow = Subscribed.to(hangs, partner, "booking.*");
            List<Subscribed> others = Stream.generate(() -> Subscribed.to(healthy, partner, "booking.*")).limit(HEALTHY)
                    .toList();
            List<String> events = waiting(partner, slow, others);

            lanes.offer(claimed(settings, slow));
            others.forEach(other -> lanes.offer(claimed(settings, other)));

            await().atMost(Duration.ofSeconds(60)).until(() -> healthy.received().size() >= HEALTHY * EVENTS);
            await().until(() -> attempted(others) == HEALTHY * EVENTS);
            assertThat(healthy.ids()).as("each event once at each endpoint").hasSize(HEALTHY * EVENTS)
                    .containsOnly(events.toArray(String[]::new));
            assertThat(hangs.received()).as("of the %s slots", SLOTS).hasSize(AT_ONCE);
            assertThat(attempted(List.of(slow))).as("attempts that ended").isZero();

            hangs.answer(200);
            hanging.forEach(request -> request.response().end());
            await().atMost(Duration.ofSeconds(60)).until(() -> attempted(List.of(slow)) == EVENTS);
            assertThat(hangs.ids()).containsExactlyInAnyOrderElementsOf(events);
        }
    }

    private static DeliverySettings settings() {
        return new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(DeliverySettings.class)
                .withDefaultValue("dispatcher.delivery.deadline", "5m")
                .withDefaultValue("dispatcher.delivery.lease", "10m")
                .withDefaultValue("dispatcher.delivery.max-in-flight", "" + SLOTS)
                .withDefaultValue("dispatcher.delivery.initial-concurrency", "" + AT_ONCE)
                .build().getConfigMapping(DeliverySettings.class);
    }

    /** Events whose deliveries wait where the running instance leaves them alone. @return their ids */
    private List<String> waiting(TestPartner partner, Subscribed slow, List<Subscribed> others) {
        Stream.concat(Stream.of(slow), others.stream()).forEach(subscribed -> database.run(
                "INSERT INTO endpoint_health (subscription_id, throttled_until) VALUES ('" + subscribed.id()
                        + "', now() + interval '1 hour')"));
        List<String> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(Booking.of(partner).create());
        }
        String count = "" + EVENTS * (HEALTHY + 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> database
                .value("SELECT count(*) FROM delivery_waiting WHERE partner_id = '" + partner.id() + "'").equals(count));
        database.run("UPDATE delivery_waiting SET due_at = now() WHERE partner_id = '" + partner.id() + "'");
        return events;
    }

    private List<Delivery> claimed(DeliverySettings settings, Subscribed subscribed) {
        List<Delivery> claimed = new Claims(pool, keys, settings).claim(Map.of(subscribed.id(), EVENTS)).await()
                .atMost(Duration.ofSeconds(10));
        assertThat(claimed).hasSize(EVENTS);
        return claimed;
    }

    private int attempted(List<Subscribed> to) {
        return to.stream()
                .mapToInt(subscribed -> Integer.parseInt(database.value("SELECT count(*) FROM attempt WHERE delivery_id IN "
                        + "(SELECT id FROM delivery WHERE subscription_id = '" + subscribed.id() + "')")))
                .sum();
    }
}
