package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;

/**
 * Lets a stopping instance finish what is under way and hand the rest to the others at once.
 *
 * <p>
 * Only a courtesy: an instance that is killed instead leaves leases behind, which end by themselves.
 */
@ApplicationScoped
class GracefulStop {

    private static final Duration LONGEST = Duration.ofSeconds(16);

    private final Vertx vertx;
    private final Lanes lanes;
    private final Results results;

    GracefulStop(Vertx vertx, Lanes lanes, Results results) {
        this.vertx = vertx;
        this.lanes = lanes;
        this.results = results;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        CountDownLatch settled = new CountDownLatch(1);
        lanes.engine().runOnContext(ignored -> {
            lanes.close();
            vertx.setPeriodic(20, tick -> {
                if (lanes.inFlight() == 0 && results.isIdle()) {
                    vertx.cancelTimer(tick);
                    settled.countDown();
                }
            });
        });
        settled.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
