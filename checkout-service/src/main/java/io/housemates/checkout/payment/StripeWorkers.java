package io.housemates.checkout.payment;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;

/** The threads that wait for Stripe: a bounded number, with a bounded number of calls in front of them. */
@ApplicationScoped
class StripeWorkers {

    private final WorkerExecutor workers;
    private final AtomicInteger calls = new AtomicInteger();
    private final int places;
    private final int crowded;
    private final Duration patience;

    StripeWorkers(StripeConfig config, Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("stripe", config.concurrency());
        places = config.concurrency() + config.queue();
        crowded = config.concurrency() + config.queue() / 2;
        patience = config.patience();
    }

    /** Runs the call on a worker and comes back to the caller's context; refuses it when all places are taken. */
    <T> Uni<T> run(Callable<T> call) {
        return Uni.createFrom().deferred(() -> {
            if (calls.incrementAndGet() > places) {
                calls.decrementAndGet();
                throw new ProviderUnavailableException();
            }
            return workers.executeBlocking(timely(call), false).onTermination().invoke(calls::decrementAndGet);
        });
    }

    /** Half of the queue is taken. */
    boolean areCrowded() {
        return calls.get() >= crowded;
    }

    /** Whoever asked long ago was told so, or the reconciler has taken the step over. */
    private <T> Callable<T> timely(Callable<T> call) {
        long asked = System.nanoTime();
        return () -> {
            if (System.nanoTime() - asked > patience.toNanos()) {
                throw new ProviderUnavailableException();
            }
            return call.call();
        };
    }

    @PreDestroy
    void close() {
        workers.closeAndForget();
    }
}
