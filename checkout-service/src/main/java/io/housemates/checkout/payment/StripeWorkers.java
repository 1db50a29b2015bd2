package io.housemates.checkout.payment;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;

/** The threads that wait for Stripe: a bounded number, with a bounded number of calls in front of them. */
@ApplicationScoped
class StripeWorkers {

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final AtomicInteger calls = new AtomicInteger();
    private final int places;
    private final int crowded;
    private final Duration patience;

    StripeWorkers(StripeConfig config, Vertx vertx, MeterRegistry meters) {
        this.vertx = vertx;
        workers = vertx.createSharedWorkerExecutor("stripe", config.concurrency());
        places = config.concurrency() + config.queue();
        crowded = config.concurrency() + config.queue() / 2;
        patience = config.patience();
        meters.gauge("stripe.calls.under.way", calls, places -> Math.min(places.get(), config.concurrency()));
        meters.gauge("stripe.calls.waiting", calls, places -> Math.max(0, places.get() - config.concurrency()));
    }

    /**
     * Runs the call on a worker and comes back to the caller's context. Refuses it when all places are taken, or when its turn
     * has not come in time, however long those before it hang.
     */
    <T> Uni<T> run(Callable<T> call) {
        return Uni.createFrom().deferred(() -> {
            if (calls.incrementAndGet() > places) {
                calls.decrementAndGet();
                throw new ProviderUnavailableException();
            }
            return patiently(new Turn(), call);
        });
    }

    private <T> Uni<T> patiently(Turn turn, Callable<T> call) {
        Uni<T> made = workers.executeBlocking(() -> {
            turn.begin();
            return call.call();
        }, false).onTermination().invoke(calls::decrementAndGet);
        return Uni.createFrom().emitter(caller -> {
            long timer = vertx.setTimer(Math.max(1, patience.toMillis()), late -> {
                if (turn.giveUp()) {
                    caller.fail(new ProviderUnavailableException());
                }
            });
            made.onTermination().invoke(() -> vertx.cancelTimer(timer)).subscribe().with(caller::complete, caller::fail);
        });
    }

    /** Half of the queue is taken. */
    boolean areCrowded() {
        return calls.get() >= crowded;
    }

    /** Either the call begins, or whoever asked is told that it will not: the reconciler takes the step over. */
    private final class Turn {

        private final AtomicBoolean over = new AtomicBoolean();
        private final long asked = System.nanoTime();

        void begin() {
            if (System.nanoTime() - asked > patience.toNanos() || !over.compareAndSet(false, true)) {
                throw new ProviderUnavailableException();
            }
        }

        boolean giveUp() {
            return over.compareAndSet(false, true);
        }
    }

    @PreDestroy
    void close() {
        workers.closeAndForget();
    }
}
