package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;

/**
 * What waits is reached by its keys only, whatever the statistics say: a connection keeps a plan that was made while hardly
 * anything waited, and uses it while the table grows.
 */
@DispatcherTest
class WaitingPlansTest {

    private static final Map<String, String> STATEMENTS = Map.of("results", ResultRows.WRITE, "given back",
            ResultRows.GIVE_BACK,
            "new", NewDeliveries.WAITING, "claim", Claims.CLAIM, "behind", ClaimRest.BEHIND, "lost", ClaimRest.LOST,
            "held", HeldSweeper.SWEEP);

    @Inject
    Database database;

    @AfterEach
    void empty() {
        database.run("TRUNCATE delivery_waiting");
    }

    @Test
    void leadToKeysOnlyWhileNothingWaits() {
        database.run("VACUUM (ANALYZE) delivery_waiting");
        assertKeysOnly();
    }

    @Test
    void leadToKeysOnlyWhenNothingWaitsAnyMore() {
        fill(20_000);
        database.run("DELETE FROM delivery_waiting WHERE order_key > 'b2'");
        database.run("VACUUM (ANALYZE) delivery_waiting");
        assertKeysOnly();
        database.run("DELETE FROM delivery_waiting");
        database.run("VACUUM (ANALYZE) delivery_waiting");
        assertKeysOnly();
    }

    @Test
    void leadToKeysOnlyWhileMuchWaits() {
        fill(200_000);
        assertKeysOnly();
        database.run("ANALYZE delivery_waiting");
        assertKeysOnly();
    }

    @Test
    void noConnectionMakesPlansThatReadWholeTables() {
        assertThat(database.value("SHOW enable_seqscan")).isEqualTo("off");
    }

    private void assertKeysOnly() {
        STATEMENTS.forEach((name, sql) -> {
            List<String> plan = database.column("EXPLAIN (GENERIC_PLAN, COSTS OFF) " + sql);
            for (int line = 0; line < plan.size(); line++) {
                if (plan.get(line).contains("Scan") && plan.get(line).contains(" on delivery_waiting")) {
                    assertThat(plan.get(line + 1)).as("%s%n%s", name, String.join("\n", plan)).contains(" Cond: ");
                }
            }
            assertThat(plan).as(name).anyMatch(line -> line.contains(" Cond: "));
        });
    }

    private void fill(int count) {
        database.run("INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, due_at) SELECT 'delivery ' || n, 'subscription ' || n % 10, 'p', 'evt_' || n, now(), "
                + "'booking.created', 'b' || n, now(), now() + interval '1 hour' FROM generate_series(1, " + count + ") n");
    }
}
