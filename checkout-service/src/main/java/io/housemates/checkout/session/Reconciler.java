package io.housemates.checkout.session;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.OwnContext;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Carries sessions on that nobody else does: expired ones, ones whose request died, refunds, what Stripe told us about.
 *
 * A session that is due is claimed by moving its next step behind a lease; a claim that dies is due again after it.
 */
@ApplicationScoped
class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    /** Served by checkout_session_next_step. */
    private static final String CLAIM = """
            UPDATE checkout_session SET next_step_at = $2, steps = steps + 1
             WHERE id IN (SELECT id FROM checkout_session WHERE next_step_at <= $1
                          ORDER BY next_step_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING id""";

    private static final int BATCH = 32;
    private static final int CONCURRENCY = 8;

    private final Pool pool;
    private final Steps steps;
    private final CheckoutConfig config;
    private final Clock clock;

    Reconciler(Pool pool, Steps steps, CheckoutConfig config, Clock clock) {
        this.pool = pool;
        this.steps = steps;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${housemates.checkout.reconcile-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> carryOn() {
        return claim().chain(ids -> Multi.createFrom().iterable(ids)
                .onItem().transformToUni(this::step).merge(CONCURRENCY)
                .collect().last()
                .chain(() -> ids.size() == BATCH ? carryOn() : Uni.createFrom().voidItem()));
    }

    private Uni<List<String>> claim() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(CLAIM).execute(Tuple.of(now, now.plus(config.lease()), BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList());
    }

    private Uni<Void> step(String sessionId) {
        return OwnContext.run(() -> steps.next(sessionId))
                .onFailure().invoke(e -> LOG.warnf("Step failed, due again after the lease session=%s reason=\"%s\"", sessionId,
                        e.getMessage()))
                .onFailure().recoverWithNull();
    }
}
