package io.housemates.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** Where all connections are in use for long, the database is too busy: that passes, whoever waits in whichever way. */
@QuarkusTest
class BusyPoolTest {

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    Pool pool;
    SqlConnection only;

    @BeforeEach
    void takeTheOnlyConnection() {
        pool = Pool.pool(vertx, PgConnectOptions.fromUri(url).setUser(user).setPassword(password),
                new PoolOptions().setMaxSize(1)
                        .setConnectionTimeout(50).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS));
        only = result(pool.getConnection());
    }

    @AfterEach
    void close() {
        result(only.close());
        result(pool.close());
    }

    @Test
    void passes() {
        Throwable ofAQuery = catchThrowable(() -> result(pool.preparedQuery("SELECT 1").execute()));
        Throwable ofItself = catchThrowable(() -> result(pool.getConnection()));

        assertThat(ofAQuery).isNotNull().matches(DatabaseFailure::mayPass);
        assertThat(ofItself).isNotNull().matches(DatabaseFailure::mayPass);
    }

    private static <T> T result(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }
}
