package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;

/** Writing results costs by the batch, however many deliveries wait. */
@DispatcherTest
class ResultRowsTest {

    private static final String DEAD = "01DEADDEADDEADDEADDEADDEAD";
    private static final int LARGEST_BATCH = 500;

    @Inject
    Database database;

    @BeforeEach
    void fill() {
        database.run("INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, due_at) SELECT '" + DEAD + "' || n, '" + DEAD + "', 'p', 'evt_' || n, now(), "
                + "'booking.created', 'b' || n, now(), now() + interval '1 hour' FROM generate_series(1, 200000) n");
    }

    @AfterEach
    void empty() {
        database.run("TRUNCATE delivery_waiting");
    }

    @Test
    void writesWithoutReadingWhatWaits() {
        for (int batch : List.of(1, 20, LARGEST_BATCH)) {
            assertIndexOnly(batch);
        }
        database.run("ANALYZE delivery_waiting");
        for (int batch : List.of(1, 20, LARGEST_BATCH)) {
            assertIndexOnly(batch);
        }
    }

    /** A plan that was made while the table was small is kept while it grows. */
    @Test
    void noConnectionMakesPlansThatReadWholeTables() {
        assertThat(database.value("SHOW enable_seqscan")).isEqualTo("off");
    }

    private void assertIndexOnly(int batch) {
        List<String> plan = database.column("EXPLAIN " + withValues(ResultRows.WRITE, batch));
        assertThat(plan).as("a batch of %d", batch).noneMatch(line -> line.contains("Seq Scan on delivery_waiting"));
        List<String> back = database.column("EXPLAIN " + withValues(ResultRows.GIVE_BACK, batch));
        assertThat(back).as("%d given back", batch).noneMatch(line -> line.contains("Seq Scan on delivery_waiting"));
    }

    /** Each array parameter with as many values as the batch has. */
    private static String withValues(String statement, int batch) {
        String filled = statement;
        for (int parameter = 13; parameter >= 1; parameter--) {
            filled = filled.replace("$" + parameter + "::text[]", array(batch, n -> "'" + DEAD + n + "'", "text"))
                    .replace("$" + parameter + "::bigint[]", array(batch, n -> "0", "bigint"))
                    .replace("$" + parameter + "::int[]", array(batch, n -> "0", "int"))
                    .replace("$" + parameter + "::bytea[]", array(batch, n -> "'\\x00'", "bytea"))
                    .replace("$" + parameter + "::timestamptz[]", array(batch, n -> "now()", "timestamptz"));
        }
        return filled;
    }

    private static String array(int size, IntFunction<String> value, String type) {
        return IntStream.rangeClosed(1, size).mapToObj(value).collect(Collectors.joining(",", "ARRAY[", "]::" + type + "[]"));
    }
}
