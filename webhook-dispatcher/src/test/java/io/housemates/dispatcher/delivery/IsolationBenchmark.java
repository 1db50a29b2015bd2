package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;

/**
 * One of many endpoints hangs for the whole deadline on every attempt: the others do not notice.
 * Run with {@code -Dtest=IsolationBenchmark};
 * {@code -Disolation.seconds=30 -Disolation.rate=500 -Disolation.endpoints=100 -Disolation.backlog=60000} is the full
 * measurement.
 */
@DispatcherTest
class IsolationBenchmark {

    private static final int SECONDS = Integer.getInteger("isolation.seconds", 5);
    private static final int RATE = Integer.getInteger("isolation.rate", 200);
    private static final int BACKLOG = Integer.getInteger("isolation.backlog", 4_000);
    private static final int ENDPOINTS = Integer.getInteger("isolation.endpoints", 40);

    @Inject
    Database database;

    @Test
    void aHangingEndpointDoesNotSlowTheOthers() throws Exception {
        run(2, false);
        long without = run(SECONDS, false);
        long with = run(SECONDS, true);
        System.out.printf("isolation: p99 event to delivered without=%dms with one hanging=%dms (%d endpoints, %d/s, %ds)%n",
                without,
                with, ENDPOINTS, RATE, SECONDS);
        // the floor keeps a pause of a shared machine from deciding; a starved endpoint would wait for the deadline of three seconds
        assertThat(with).isLessThan(Math.max(2 * without, 1_000));
    }

    @Test
    void aBacklogDrainsAsFastBesideAHangingEndpoint() throws Exception {
        drain(BACKLOG / 4, false);
        double without = 0;
        double with = 0;
        // in turns and the better of two: whatever else the machine does only takes away
        for (int round = 0; round < 2; round++) {
            without = Math.max(without, drain(BACKLOG, false));
            with = Math.max(with, drain(BACKLOG, true));
        }
        System.out.printf("isolation: backlog of %d, healthy ones without=%.0f/s with one hanging=%.0f/s%n", BACKLOG, without,
                with);
        // the aim is 0.9; the rest is for the noise of a short run on a shared machine
        assertThat(with).isGreaterThan(0.7 * without);
    }

    /** Deliveries per second to healthy endpoints, from a backlog that waits in the database. */
    private double drain(int backlog, boolean oneHangs) throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        try (var receiver = Receiver.counting(request -> {
            if (!request.path().endsWith("/0") || !oneHangs) {
                request.response().end();
                arrived.incrementAndGet();
            }
        })) {
            List<String> partners = subscribe(receiver);
            String ours = "subscription_id IN (SELECT id FROM subscription WHERE partner_id = ANY('{"
                    + String.join(",", partners) + "}'))";
            database.run("INSERT INTO endpoint_health (subscription_id, throttled_until) SELECT id, now() + interval '1 hour' "
                    + "FROM subscription WHERE partner_id = ANY('{" + String.join(",", partners) + "}')");
            int healthy = send(backlog, 1_000_000, partners, new ConcurrentHashMap<>(), oneHangs);
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> database.value("SELECT count(*) FROM delivery_waiting WHERE " + ours)
                            .equals("" + backlog));
            database.run("UPDATE delivery_waiting SET due_at = now() WHERE " + ours);
            long started = System.nanoTime();
            database.run("DELETE FROM endpoint_health WHERE " + ours);
            await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofMinutes(3)).until(() -> arrived.get() >= healthy);
            double seconds = (System.nanoTime() - started) / 1e9;
            database.run(
                    "UPDATE subscription SET enabled = false WHERE partner_id = ANY('{" + String.join(",", partners) + "}')");
            return healthy / seconds;
        }
    }

    private List<String> subscribe(Receiver receiver) {
        TestPartner owner = TestPartner.introduced();
        List<String> partners = new ArrayList<>();
        for (int i = 0; i < ENDPOINTS; i++) {
            partners.add(UlidCreator.getUlid().toString());
            var subscribed = Subscribed.to("http://127.0.0.1:" + receiver.port() + "/" + i, owner, "booking.created");
            database.run("UPDATE subscription SET partner_id = '" + partners.get(i) + "' WHERE id = '" + subscribed.id() + "'");
        }
        return partners;
    }

    /** The 99th percentile, in milliseconds from the event to its arrival at a healthy endpoint. */
    private long run(int seconds, boolean oneHangs) throws Exception {
        Map<String, Long> sentAt = new ConcurrentHashMap<>();
        Map<String, Long> tookMillis = new ConcurrentHashMap<>();
        try (var receiver = Receiver.counting(request -> {
            Long sent = sentAt.get(request.getHeader("webhook-id"));
            if (!request.path().endsWith("/0") || !oneHangs) {
                request.response().end();
                if (sent != null) {
                    tookMillis.put(request.getHeader("webhook-id"), System.currentTimeMillis() - sent);
                }
            }
        })) {
            int healthy = send(seconds * RATE, RATE, subscribe(receiver), sentAt, oneHangs);
            await().atMost(Duration.ofSeconds(30)).until(() -> tookMillis.size() >= healthy);
        }
        List<Long> sorted = tookMillis.values().stream().sorted().toList();
        return sorted.get((int) (sorted.size() * 0.99));
    }

    /** Events at an even pace, to each endpoint in turn; returns how many go to healthy ones. */
    private static int send(int count, int perSecond, List<String> partners, Map<String, Long> sentAt, boolean oneHangs)
            throws InterruptedException {
        ObjectNode event = Examples.of("booking.created");
        long started = System.nanoTime();
        int healthy = 0;
        for (int n = 0; n < count; n++) {
            long ahead = started + n * 1_000_000_000L / perSecond - System.nanoTime();
            if (ahead > 1_000_000) {
                Thread.sleep(ahead / 1_000_000);
            }
            int endpoint = n % partners.size();
            String booking = UlidCreator.getUlid().toString();
            event.put("partnerId", partners.get(endpoint));
            ((ObjectNode) event.get("booking")).put("id", booking);
            String id = "evt_" + booking;
            sentAt.put(id, System.currentTimeMillis());
            Kafka.sendSoon(Kafka.record("bookings", booking, id, "booking.created", Examples.bytes(event)));
            healthy += endpoint == 0 && oneHangs ? 0 : 1;
        }
        return healthy;
    }
}
