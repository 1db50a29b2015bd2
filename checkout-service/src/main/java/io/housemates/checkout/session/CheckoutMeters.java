package io.housemates.checkout.session;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * What waits, in numbers: {@code checkout_oldest_due_seconds}, which grows when nobody carries sessions on, and
 * {@code checkout_attention}, how many wait for people.
 */
@ApplicationScoped
class CheckoutMeters {

    private static final Logger LOG = Logger.getLogger(CheckoutMeters.class);

    /** Served by checkout_session_next_step. */
    private static final String OLDEST_DUE = """
            SELECT coalesce(extract(epoch FROM $1 - min(next_step_at)), 0)::float8 FROM checkout_session
             WHERE next_step_at <= $1""";

    private final Pool pool;
    private final Attention attention;
    private final Clock clock;
    private volatile double oldestDue = Double.NaN;
    private volatile double waiting = Double.NaN;

    CheckoutMeters(Pool pool, Attention attention, Clock clock, MeterRegistry meters) {
        this.pool = pool;
        this.attention = attention;
        this.clock = clock;
        meters.gauge("checkout.oldest.due.seconds", this, now -> now.oldestDue);
        meters.gauge("checkout.attention", this, now -> now.waiting);
    }

    @Scheduled(every = "${housemates.checkout.measure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> measure() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(OLDEST_DUE).execute(Tuple.of(now))
                .invoke(rows -> oldestDue = rows.iterator().next().getDouble(0))
                .chain(() -> attention.count()).invoke(count -> waiting = count)
                .replaceWithVoid()
                .onFailure().invoke(e -> LOG.debugf("Not measured reason=\"%s\"", e.getMessage()))
                .onFailure().recoverWithNull();
    }
}
