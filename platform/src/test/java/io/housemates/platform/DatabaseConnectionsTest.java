package io.housemates.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

@QuarkusTest
class DatabaseConnectionsTest {

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Test
    void letsNoStatementLockOrTransactionTakeForEver() {
        Map.of("statement_timeout", "1min", "lock_timeout", "20s", "idle_in_transaction_session_timeout", "1min")
                .forEach(
                        (name, value) -> assertThat(pool.query("SHOW " + name).executeAndAwait().iterator().next().getString(0))
                                .as(name).isEqualTo(value));
    }

    @Test
    void endsAConnectionOverWhichNothingComesAndTellsWhoeverWaits() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> listenUntilItEnds(silent));
            var connections = new DatabaseConnections(Duration.ofMillis(500)).create(input(silent.getLocalPort()));
            var answer = connections.query("SELECT 1").execute().toCompletionStage().toCompletableFuture();

            assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                    .satisfies(e -> assertThat(DatabaseFailure.mayPass(e)).isTrue());
            connections.close();
        }
    }

    private static void listenUntilItEnds(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PgPoolCreator.Input input(int port) {
        var options = new PgConnectOptions().setHost("127.0.0.1").setPort(port).setUser("u").setPassword("p").setDatabase("d");
        return new PgPoolCreator.Input() {

            @Override
            public Vertx vertx() {
                return vertx;
            }

            @Override
            public PoolOptions poolOptions() {
                return new PoolOptions();
            }

            @Override
            public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(options);
            }
        };
    }
}
