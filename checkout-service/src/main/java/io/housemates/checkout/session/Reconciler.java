package io.housemates.checkout.session;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.OwnContext;
import io.quarkus.scheduler.Scheduled;
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
            UPDATE checkout_session SET next_step_at = $2, steps = steps + 1, news = false
             WHERE id IN (SELECT id FROM checkout_session WHERE next_step_at <= $1
                          ORDER BY next_step_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING id""";

    /** Steps under way at once. */
    private static final int PLACES = 16;

    private final Pool pool;
    private final Steps steps;
    private final CheckoutConfig config;
    private final Clock clock;
    private final Semaphore free = new Semaphore(PLACES);

    Reconciler(Pool pool, Steps steps, CheckoutConfig config, Clock clock) {
        this.pool = pool;
        this.steps = steps;
        this.config = config;
        this.clock = clock;
    }

    /** Begins as many steps as there are places free and waits for none of them: one that is slow holds up no other. */
    @Scheduled(every = "${housemates.checkout.reconcile-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> carryOn() {
        int taken = free.drainPermits();
        if (taken == 0) {
            return Uni.createFrom().voidItem();
        }
        return claim(taken)
                .onFailure().invoke(() -> free.release(taken))
                .invoke(ids -> {
                    free.release(taken - ids.size());
                    ids.forEach(this::begin);
                })
                .replaceWithVoid();
    }

    /** Whether no step is under way. */
    boolean idle() {
        return free.availablePermits() == PLACES;
    }

    /**
     * A step that hangs gives its place free when its lease is over, and is left to itself: cut off in the middle of a
     * transaction it would take a connection with it.
     */
    private void begin(String sessionId) {
        Uni<Void> step = step(sessionId).memoize().indefinitely();
        step.subscribe().with(done -> {
        });
        step.ifNoItem().after(config.lease()).recoverWithUni(() -> {
            LOG.warnf("Step hangs, its place is given to others session=%s", sessionId);
            return Uni.createFrom().voidItem();
        }).onTermination().invoke(this::end).subscribe().with(done -> {
        });
    }

    /** Where every place was taken there may be more to do. */
    private void end() {
        boolean full = free.availablePermits() == 0;
        free.release();
        if (full) {
            carryOn().subscribe().with(done -> {
            }, e -> LOG.warnf("Nothing claimed, tried again in a moment reason=\"%s\"", e.getMessage()));
        }
    }

    private Uni<List<String>> claim(int limit) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(CLAIM).execute(Tuple.of(now, now.plus(config.lease()), limit))
                .ifNoItem().after(config.lease()).fail()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList());
    }

    private Uni<Void> step(String sessionId) {
        return OwnContext.run(() -> steps.next(sessionId))
                .onFailure().invoke(e -> LOG.warnf("Step failed, due again after the lease session=%s reason=\"%s\"", sessionId,
                        e.getMessage()))
                .onFailure().recoverWithNull();
    }
}
