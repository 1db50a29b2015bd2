package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;

/**
 * 200,000 deliveries of one dead endpoint are due while the dispatcher runs: it stays as small and as quick as without them.
 */
@DispatcherTest
class BacklogTest {

    private static final int WAITING = 200_000;
    private static final long MOST_GROWTH = 40_000_000;

    @Inject
    Database database;

    @Inject
    Lanes lanes;

    @Inject
    DeliverySettings settings;

    @AfterEach
    void empty() {
        database.run("TRUNCATE delivery_waiting");
    }

    @Test
    void deliversToOthersInTheSameMemory() {
        TestPartner partner = TestPartner.introduced();
        try (Receiver receiver = Receiver.answering(200)) {
            Subscribed dead = Subscribed.to("http://127.0.0.1:9/", partner, "webhook.test");
            Subscribed.to(receiver, partner, "booking.*");
            long before = usedMemory();
            pileUp(dead);
            await().atMost(Duration.ofSeconds(30)).until(() -> attempts(dead) >= 10);

            for (int number = 0; number < 20; number++) {
                String event = Booking.of(partner).create();
                await().atMost(Duration.ofSeconds(30)).until(() -> receiver.ids().contains(event));
            }
            assertThat(lanes.lane(dead.id()).queued()).isLessThanOrEqualTo(settings.maxQueuedPerEndpoint());
            assertThat(usedMemory() - before).as("bytes more than before").isLessThan(MOST_GROWTH);
            assertThat(Integer.parseInt(waiting(dead))).as("still waiting").isGreaterThan(WAITING - 5_000);
            assertNoRowIsReadForNothing(HeldSweeper.SWEEP);
            assertNoRowIsReadForNothing(DispatcherGauges.OLDEST_DUE);
            assertNoRowIsReadForNothing(Claims.DUE_ENDPOINTS);
        }
    }

    private void assertNoRowIsReadForNothing(String statement) {
        assertThat(database.column("EXPLAIN " + statement)).noneMatch(line -> line.contains("Seq Scan on delivery_waiting"));
    }

    /** All of one event, each as if of a booking of its own. */
    private void pileUp(Subscribed dead) {
        database.run("INSERT INTO event (id, partner_id, type, order_key, created_at, body) VALUES ('evt_" + dead.id() + "', '"
                + dead.partner().id() + "', 'webhook.test', 'b', now(), '{\"type\":\"webhook.test\"}')");
        database.run("INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, due_at) SELECT e.partner_id || n, '" + dead.id()
                + "', e.partner_id, e.id, e.recorded_at, "
                + "e.type, 'b' || n, now(), now() FROM event e, generate_series(1, " + WAITING + ") n WHERE e.id = 'evt_"
                + dead.id()
                + "'");
        database.run("ANALYZE delivery_waiting");
    }

    private int attempts(Subscribed dead) {
        return Integer.parseInt(database
                .value("SELECT count(*) FROM delivery_attempt WHERE delivery_id LIKE '" + dead.partner().id() + "%'"));
    }

    private String waiting(Subscribed dead) {
        return database.value("SELECT count(*) FROM delivery_waiting WHERE subscription_id = '" + dead.id() + "'");
    }

    private static long usedMemory() {
        return List.of(1, 2, 3).stream().mapToLong(time -> {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }).min().orElseThrow();
    }
}
