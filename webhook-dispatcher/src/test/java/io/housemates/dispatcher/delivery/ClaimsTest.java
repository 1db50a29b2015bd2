package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;

/** 200,000 deliveries wait for one dead endpoint: finding and claiming the others' work stays a matter of index look-ups. */
@DispatcherTest
class ClaimsTest {

    @Inject
    Database database;

    @Inject
    Claims claims;

    Subscribed dead;
    Subscribed healthy;

    @BeforeEach
    void fill() {
        TestPartner partner = TestPartner.introduced();
        dead = Subscribed.to("http://127.0.0.1:9/", partner, "webhook.test");
        healthy = Subscribed.to("http://127.0.0.1:9/", partner, "webhook.test");
        // in the future for the running claimer, due for the plans below, which look at any row
        insert(dead, 200_000);
        insert(healthy, 50);
    }

    @AfterEach
    void empty() {
        database.run("TRUNCATE delivery_waiting");
    }

    @Test
    void claimsWithoutReadingTheDeadOnesRows() {
        for (String statistics : List.of("", "ANALYZE delivery_waiting")) {
            if (!statistics.isEmpty()) {
                database.run(statistics);
            }
            assertIndexOnly(Claims.DUE_ENDPOINTS);
            assertIndexOnly(Claims.CLAIM.replace("$1", "ARRAY['" + healthy.id() + "']").replace("$2", "ARRAY[32]")
                    .replace("$3", "60000").replace("<= now()", "<= now() + interval '1 day'"));
        }
        assertThat(fastest(() -> claims.dueEndpoints().await().atMost(Duration.ofSeconds(5))))
                .isLessThan(Duration.ofMillis(50));
        assertThat(fastest(() -> claims.claim(Map.of(healthy.id(), 32)).await().atMost(Duration.ofSeconds(5))))
                .isLessThan(Duration.ofMillis(50));
    }

    private void assertIndexOnly(String statement) {
        List<String> plan = database.column("EXPLAIN " + statement);
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on delivery_waiting"));
    }

    private static Duration fastest(Runnable query) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long started = System.nanoTime();
            query.run();
            fastest = Math.min(fastest, System.nanoTime() - started);
        }
        return Duration.ofNanos(fastest);
    }

    private void insert(Subscribed to, int count) {
        database.run("INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, due_at) SELECT '" + to.id() + "' || n, '" + to.id() + "', 'p', 'evt_' || n, now(), "
                + "'booking.created', 'b' || n, now(), now() + interval '1 hour' FROM generate_series(1, " + count + ") n");
    }
}
