package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.housemates.dispatcher.egress.EgressGuard;
import io.housemates.dispatcher.subscription.Endpoints;
import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.platform.privacy.DataKeys;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Instances that a test puts together by hand beside the running one: with settings of their own, and with nothing to do but
 * what the test claims for them.
 */
@ApplicationScoped
class OtherInstance {

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

    /** A deadline far beyond the test, so that what is counted does not depend on how fast the machine is. */
    static DeliverySettings settings(Map<String, String> others) {
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(DeliverySettings.class)
                .withDefaultValue("dispatcher.delivery.deadline", "5m")
                .withDefaultValue("dispatcher.delivery.lease", "10m");
        others.forEach((name, value) -> config.withDefaultValue("dispatcher.delivery." + name, value));
        return config.build().getConfigMapping(DeliverySettings.class);
    }

    Lanes lanes(DeliverySettings settings) {
        var wire = new WireClient(vertx, guard, settings.deadline(), settings.maxInFlight(), new HttpClientOptions());
        Clock clock = Clock.systemUTC();
        return new Lanes(vertx, settings, endpoints, new Attempts(wire, trace, clock),
                new Results(vertx, rows, health, schedule, clock, metrics, settings), metrics);
    }

    /** Events whose deliveries wait where the running instance leaves them alone. @return their ids */
    List<String> waiting(TestPartner partner, List<Subscribed> subscriptions, int events) {
        subscriptions.forEach(subscribed -> database.run(
                "INSERT INTO endpoint_health (subscription_id, throttled_until) VALUES ('" + subscribed.id()
                        + "', now() + interval '1 hour')"));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            ids.add(Booking.of(partner).create());
        }
        String count = "" + events * subscriptions.size();
        await().atMost(Duration.ofSeconds(30)).until(() -> database
                .value("SELECT count(*) FROM delivery_waiting WHERE partner_id = '" + partner.id() + "'").equals(count));
        database.run("UPDATE delivery_waiting SET due_at = now() WHERE partner_id = '" + partner.id() + "'");
        return ids;
    }

    List<Delivery> claimed(DeliverySettings settings, Subscribed subscribed, int count) {
        List<Delivery> claimed = new Claims(pool, new ClaimedRows(keys), new ClaimRest(pool), settings)
                .claim(Map.of(subscribed.id(), count)).await()
                .atMost(Duration.ofSeconds(10));
        assertThat(claimed).hasSize(count);
        return claimed;
    }

    /** How many of its deliveries nobody holds. */
    int free(Subscribed subscribed) {
        return count("delivery_waiting WHERE lease = 0 AND subscription_id = '" + subscribed.id() + "'");
    }

    int attempted(List<Subscribed> subscriptions) {
        return subscriptions.stream().mapToInt(subscribed -> count("delivery_attempt WHERE delivery_id IN "
                + "(SELECT id FROM delivery WHERE subscription_id = '" + subscribed.id() + "')")).sum();
    }

    private int count(String what) {
        return Integer.parseInt(database.value("SELECT count(*) FROM " + what));
    }
}
