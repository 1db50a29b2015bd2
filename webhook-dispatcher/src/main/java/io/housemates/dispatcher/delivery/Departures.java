package io.housemates.dispatcher.delivery;

import java.util.NoSuchElementException;

import org.jboss.logging.Logger;

import io.housemates.dispatcher.subscription.Endpoint;
import io.housemates.dispatcher.subscription.Endpoints;
import io.housemates.platform.inbox.Failures;
import io.vertx.core.Context;
import io.vertx.core.Future;

/** Takes a delivery whose turn it is to its lane's event loop, makes the attempt there, and comes back to the engine's. */
final class Departures {

    private static final Logger LOG = Logger.getLogger(Departures.class);

    private final Context engine;
    private final Endpoints endpoints;
    private final Attempts attempts;
    private final DeliveryMetrics metrics;

    Departures(Context engine, Endpoints endpoints, Attempts attempts, DeliveryMetrics metrics) {
        this.engine = engine;
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.metrics = metrics;
    }

    /** Told on the engine's event loop what became of a departure. */
    interface Return {

        void finished(Lane lane, Delivery delivery, AttemptResult result, long startedAt);

        /** The attempt was not made. */
        void abandoned(Lane lane, Delivery delivery);
    }

    void start(Lane lane, Delivery delivery, Return back) {
        endpoints.known(delivery.subscriptionId(), delivery.subscriptionVersion()).ifPresentOrElse(
                endpoint -> depart(lane, delivery, endpoint, back),
                () -> endpoints.load(delivery.subscriptionId()).subscribe().with(
                        endpoint -> depart(lane, delivery, endpoint, back),
                        unavailable -> {
                            tell(delivery, unavailable);
                            engine.runOnContext(ignored -> back.abandoned(lane, delivery));
                        }));
    }

    /** The delivery is tried again for ever: somebody has to see why it is not sent. */
    private void tell(Delivery delivery, Throwable unavailable) {
        if (!(unavailable instanceof NoSuchElementException)) {
            metrics.endpointUnusable();
            LOG.errorf("Endpoint cannot be used subscription=%s delivery=%s reason=\"%s\"", delivery.subscriptionId(),
                    delivery.id(), Failures.reason(unavailable));
        }
    }

    private void depart(Lane lane, Delivery delivery, Endpoint endpoint, Return back) {
        if (endpoint.enabled()) {
            lane.context.runOnContext(ignored -> attempt(lane, delivery, endpoint, back));
        } else {
            engine.runOnContext(ignored -> back.abandoned(lane, delivery));
        }
    }

    private void attempt(Lane lane, Delivery delivery, Endpoint endpoint, Return back) {
        long startedAt = System.nanoTime();
        Future<AttemptResult> made;
        try {
            made = attempts.make(delivery, endpoint);
        } catch (RuntimeException bug) {
            made = Future.failedFuture(bug);
        }
        made.onComplete(ended -> engine.runOnContext(ignored -> {
            if (ended.succeeded()) {
                forgetGone(delivery, ended.result());
                back.finished(lane, delivery, ended.result(), startedAt);
            } else {
                LOG.errorf(ended.cause(), "Attempt could not be made delivery=%s", delivery.id());
                back.abandoned(lane, delivery);
            }
        }));
    }

    /** It is being disabled: what is in memory of it would still be sent. */
    private void forgetGone(Delivery delivery, AttemptResult result) {
        if (result.outcome() instanceof Outcome.Gone) {
            endpoints.forget(delivery.subscriptionId());
        }
    }
}
