package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.dispatcher.event.OpenedBody;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnectOptions;

/** Whatever one result holds, the others are written. */
@DispatcherTest
class ResultsTest {

    private static final long LEASE = 7;
    private static final AttemptResult ANSWERED = new AttemptResult(new Outcome.Delivered(200), "fine", Phases.NONE,
            Duration.ofMillis(1));
    /** It would be tried again later than at any time PostgreSQL knows. */
    private static final AttemptResult BEYOND_TIME = new AttemptResult(
            new Outcome.Throttled(503, Duration.ofMillis(Long.MAX_VALUE / 2)), "busy", Phases.NONE, Duration.ofMillis(1));

    @Inject
    Database database;

    @Inject
    Lanes lanes;

    @Inject
    Results results;

    @Test
    void anEndThatCannotBeWrittenKeepsNoOtherFromIt() {
        String run = UlidCreator.getUlid().toString();
        database.run("INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, due_at, lease) SELECT '" + run + "' || n, '" + run + "', 'p', 'evt_' || n, now(), "
                + "'booking.created', 'b' || n, now(), now() + interval '1 hour', " + LEASE + " FROM generate_series(0, 9) n");

        lanes.engine().runOnContext(ignored -> IntStream.range(0, 10)
                .forEach(n -> results.add(delivery(run, n), n == 6 ? BEYOND_TIME : ANSWERED)));

        await().until(() -> finished(run).equals("9"));
        assertThat(database.column("SELECT id FROM delivery_waiting WHERE subscription_id = '" + run + "'"))
                .containsExactly(run + "6");
        assertThat(results.isFailing()).isFalse();
        database.run("DELETE FROM delivery_waiting WHERE subscription_id = '" + run + "'");
        assertThat(database.column("SELECT concat(a.response_head, encode(a.sealed_head, 'escape')) FROM delivery_attempt a "
                + "WHERE a.delivery_id LIKE '" + run + "%'")).as("what was answered, sealed").hasSize(9)
                .noneMatch(kept -> kept.isEmpty() || kept.contains("fine"));
    }

    @Test
    void anAttemptOfAWrongClockIsOnRecord() {
        String run = UlidCreator.getUlid().toString();
        database.run("INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, due_at, lease) VALUES ('" + run + "0', '" + run + "', 'p', 'evt_0', now(), "
                + "'booking.created', 'b', now(), now() + interval '1 hour', " + LEASE + ")");

        lanes.engine().runOnContext(ignored -> results.add(delivery(run, 0),
                new AttemptResult(new Outcome.Delivered(200), "", Phases.NONE, Duration.ofDays(20))));

        await().until(() -> finished(run).equals("1"));
        assertThat(database.value("SELECT count(*) FROM delivery_attempt WHERE delivery_id = '" + run + "0'")).isEqualTo("1");
    }

    @Test
    void areWrittenWithAStatementThatIsPreparedOnce() {
        assertThat(ResultRows.WRITE).as("a longer one is parsed and planned for each batch")
                .hasSizeLessThan(SqlConnectOptions.DEFAULT_PREPARED_STATEMENT_CACHE_SQL_LIMIT);
    }

    private String finished(String run) {
        return database.value("SELECT count(*) FROM delivery_finished WHERE subscription_id = '" + run + "'");
    }

    private static Delivery delivery(String run, int number) {
        return new Delivery(run + number, LEASE, Long.MAX_VALUE, run, 1, "evt_" + number, "booking.created", Instant.now(),
                null,
                OpenedBody.of(Buffer.buffer("{}")), 0, 0);
    }

}
