package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Examples;
import io.housemates.dispatcher.support.Kafka;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;

/**
 * One of many endpoints hangs for the whole deadline on every attempt: the others do not notice.
 * {@code -Disolation.seconds=30 -Disolation.rate=500 -Disolation.endpoints=100} is the full measurement.
 */
@DispatcherTest
class IsolationTest {

    private static final int SECONDS = Integer.getInteger("isolation.seconds", 5);
    private static final int RATE = Integer.getInteger("isolation.rate", 200);
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
        // the floor keeps a pause of a shared machine from deciding
        assertThat(with).isLessThan(Math.max(2 * without, 400));
    }

    /** The 99th percentile, in milliseconds from the event to its arrival at a healthy endpoint. */
    private long run(int seconds, boolean oneHangs) throws Exception {
        TestPartner owner = TestPartner.introduced();
        List<String> partners = new ArrayList<>();
        Map<String, Long> sentAt = new ConcurrentHashMap<>();
        Map<String, Long> tookMillis = new ConcurrentHashMap<>();
        try (var receiver = Receiver.answering(request -> {
            Long sent = sentAt.get(request.getHeader("webhook-id"));
            if (!request.path().endsWith("/0") || !oneHangs) {
                request.response().end();
                if (sent != null) {
                    tookMillis.put(request.getHeader("webhook-id"), System.currentTimeMillis() - sent);
                }
            }
        })) {
            for (int i = 0; i < ENDPOINTS; i++) {
                partners.add(UlidCreator.getUlid().toString());
                var subscribed = Subscribed.to("http://127.0.0.1:" + receiver.port() + "/" + i, owner, "booking.created");
                database.run(
                        "UPDATE subscription SET partner_id = '" + partners.get(i) + "' WHERE id = '" + subscribed.id() + "'");
            }
            int healthy = send(seconds, partners, sentAt, oneHangs);
            await().atMost(Duration.ofSeconds(30)).until(() -> tookMillis.size() >= healthy);
        }
        List<Long> sorted = tookMillis.values().stream().sorted().toList();
        return sorted.get((int) (sorted.size() * 0.99));
    }

    /** Events at an even pace, to each endpoint in turn; returns how many go to healthy ones. */
    private static int send(int seconds, List<String> partners, Map<String, Long> sentAt, boolean oneHangs)
            throws InterruptedException {
        ObjectNode event = Examples.of("booking.created");
        long started = System.nanoTime();
        int healthy = 0;
        for (int n = 0; n < seconds * RATE; n++) {
            long ahead = started + n * 1_000_000_000L / RATE - System.nanoTime();
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
