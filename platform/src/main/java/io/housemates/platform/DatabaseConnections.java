package io.housemates.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;

/**
 * Opens the connections to the database. One over which nothing comes for longer than any statement may take is ended: a host
 * that vanished says nothing, but once it leaves the end of a connection unanswered the kernel notices that it is gone.
 */
@Singleton
class DatabaseConnections implements PgPoolCreator {

    private final Duration silence;

    DatabaseConnections(@ConfigProperty(name = "housemates.database-silence") Duration silence) {
        this.silence = silence;
    }

    /** Quarkus takes nothing but a pool of this kind. */
    @Override
    @SuppressWarnings("deprecation")
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setTcpKeepAlive(true)
                // where the transport is native, otherwise the kernel's own patience counts, minutes
                .setTcpUserTimeout((int) silence.toMillis())
                .setIdleTimeout((int) silence.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        return PgPool.pool(input.vertx(), input.pgConnectOptionsList(), input.poolOptions());
    }
}
