package io.housemates.platform.outbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Moves committed outbox rows to Kafka, on a thread of its own.
 *
 * One relay is active per database: the one whose connection holds the advisory lock. The others ask again every second,
 * so when the leader dies PostgreSQL frees the lock with its connection and another takes over.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration STANDBY = Duration.ofSeconds(1);
    /** "outbox" as a number; only relays use it. */
    private static final long LOCK = 0x6f7574626f78L;

    private final Pool pool;
    private final OutboxBatches batches;
    private final boolean enabled;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    OutboxRelay(Pool pool, OutboxBatches batches,
            @ConfigProperty(name = "housemates.outbox.enabled", defaultValue = "true") boolean enabled) {
        this.pool = pool;
        this.batches = batches;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(DATABASE_TIMEOUT.toMillis());
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!stopping) {
            try {
                lead();
            } catch (RuntimeException e) {
                LOG.warnf("Outbox relay interrupted, trying again reason=\"%s\"", e);
            }
            pause(STANDBY);
        }
    }

    private void lead() {
        SqlConnection connection = pool.getConnection().await().atMost(DATABASE_TIMEOUT);
        try {
            if (lock(connection, "pg_try_advisory_lock")) {
                LOG.info("Outbox relay active");
                try {
                    relay(connection);
                } finally {
                    // The pool keeps the connection: a lock left on it would keep every relay out for good.
                    lock(connection, "pg_advisory_unlock");
                }
            }
        } finally {
            connection.closeAndForget();
        }
    }

    private void relay(SqlConnection connection) {
        while (!stopping) {
            if (batches.moveOne(connection) == 0) {
                pause(POLL);
            }
        }
    }

    private static boolean lock(SqlConnection connection, String function) {
        return connection.query("SELECT " + function + "(" + LOCK + ")").execute().await().atMost(DATABASE_TIMEOUT)
                .iterator().next().getBoolean(0);
    }

    private void pause(Duration pause) {
        if (!stopping) {
            LockSupport.parkNanos(this, pause.toNanos());
        }
    }
}
