package io.housemates.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.localstack.testing.InfrastructureResource;
import io.housemates.platform.support.Happenings;
import io.housemates.platform.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class OutboxRelayTest {

    static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    final String key = UUID.randomUUID().toString();

    @Test
    void keepsTheOrderOfAnAggregate() {
        String other = UUID.randomUUID().toString();
        for (int i = 0; i < 50; i++) {
            transactions.append(key, "event " + i);
            transactions.append(other, "event " + i);
        }

        var expected = IntStream.range(0, 50).mapToObj(i -> "\"event " + i + "\"").toList();
        assertThat(Happenings.await(key, 50)).isEqualTo(expected);
        assertThat(Happenings.await(other, 50)).isEqualTo(expected);
    }

    @Test
    void sendsAnEventThatCommitsAfterLaterOnes() {
        SqlConnection slow = result(pool.getConnection());
        Transaction transaction = result(slow.begin());
        insert(slow, key);
        String later = UUID.randomUUID().toString();
        transactions.append(later, "later");
        Happenings.await(later, 1);
        assertThat(Happenings.of(key)).isEmpty();

        result(transaction.commit());
        slow.closeAndForget();

        assertThat(Happenings.await(key, 1)).hasSize(1);
    }

    @Test
    void standsByWhileAnotherLeadsAndTakesOverWhenThatOneIsGone() {
        SqlConnection another = result(pool.getConnection());
        takeTheLead(another);
        transactions.append(key, "waiting");
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> Happenings.of(key).isEmpty());

        result(another.query("SELECT pg_terminate_backend(pg_backend_pid())").execute().onFailure().recoverWithNull());
        another.closeAndForget();

        assertThat(Happenings.await(key, 1)).hasSize(1);
    }

    @Test
    void forgetsAnEventOnlyOnceKafkaHasIt() {
        InfrastructureResource.stopKafka();
        try {
            transactions.append(key, "waiting");
            assertThat(rows()).isEqualTo(1);
        } finally {
            InfrastructureResource.startKafka();
        }

        assertThat(Happenings.await(key, 1)).hasSize(1);
        await().atMost(SOON).until(() -> rows() == 0);
    }

    @Test
    void comesBackWithTheDatabase() {
        InfrastructureResource.stopPostgres();
        InfrastructureResource.startPostgres();

        await().atMost(SOON).ignoreExceptions().until(() -> {
            transactions.append(key, "after");
            return true;
        });

        assertThat(Happenings.await(key, 1)).hasSize(1);
    }

    /** The present leader loses its connection and with it the lock, for which the test competes until it wins. */
    private void takeTheLead(SqlConnection connection) {
        await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> {
            result(connection.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = "
                    + (0x6f7574626f78L & 0xffffffffL)).execute());
            return result(connection.query("SELECT pg_try_advisory_lock(" + 0x6f7574626f78L + ")").execute())
                    .iterator().next().getBoolean(0);
        });
    }

    private static void insert(SqlConnection connection, String key) {
        result(connection.preparedQuery("INSERT INTO outbox (event_id, aggregatetype, aggregateid, type, payload, created_at) "
                + "VALUES ($1, 'happenings', $1, 'something.happened', '{}', now())").execute(Tuple.of(key)));
    }

    private long rows() {
        return result(pool.preparedQuery("SELECT count(*) FROM outbox WHERE aggregateid = $1").execute(Tuple.of(key)))
                .iterator().next().getLong(0);
    }

    private static <T> T result(io.smallrye.mutiny.Uni<T> uni) {
        return uni.await().atMost(SOON);
    }
}
