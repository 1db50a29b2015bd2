package io.housemates.checkout.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.vertx.core.Vertx;

/** Looks for what is due more often than a schedule can, so that no test waits a second for it. */
@ApplicationScoped
class ImpatientReconciler {

    private static final long EVERY_MILLIS = 100;

    private final Reconciler reconciler;
    private final Scheduler scheduler;
    private final Vertx vertx;

    ImpatientReconciler(Reconciler reconciler, Scheduler scheduler, Vertx vertx) {
        this.reconciler = reconciler;
        this.scheduler = scheduler;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent started) {
        vertx.setPeriodic(EVERY_MILLIS, tick -> {
            if (scheduler.isRunning()) {
                reconciler.carryOn().subscribe().with(done -> {
                }, e -> {
                    // the next one finds what this one could not
                });
            }
        });
    }
}
