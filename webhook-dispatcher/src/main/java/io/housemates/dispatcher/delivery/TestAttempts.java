package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.subscription.Endpoint;
import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.CommonError;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;

/**
 * Makes attempts that somebody waits for: few at a time, and over connections of their own, so that deliveries and tests take
 * no room from each other, nor one partner's tests from another's.
 */
@ApplicationScoped
class TestAttempts {

    static final String OWN_CONNECTIONS = "tests";
    static final int MOST = 16;
    private static final int MOST_OF_A_PARTNER = 4;

    private final Attempts attempts;
    private final Duration deadline;
    /** The partners by the subscriptions that are being tested. */
    private final Map<String, String> underWay = new HashMap<>();

    TestAttempts(@Identifier(OWN_CONNECTIONS) Attempts attempts, DeliverySettings settings) {
        this.attempts = attempts;
        this.deadline = settings.deadline();
    }

    /** Fails with 429 when the subscription is being tested, or too many others are. */
    Uni<AttemptResult> make(String partnerId, Delivery delivery, Endpoint endpoint) {
        return Uni.createFrom().completionStage(() -> {
            begin(partnerId, delivery.subscriptionId());
            return made(delivery, endpoint).onComplete(ended -> end(delivery.subscriptionId())).toCompletionStage();
        });
    }

    private Future<AttemptResult> made(Delivery delivery, Endpoint endpoint) {
        try {
            return attempts.make(delivery, endpoint);
        } catch (RuntimeException bug) {
            return Future.failedFuture(bug);
        }
    }

    private synchronized void begin(String partnerId, String subscriptionId) {
        if (underWay.size() >= MOST || underWay.containsKey(subscriptionId)
                || underWay.values().stream().filter(partnerId::equals).count() >= MOST_OF_A_PARTNER) {
            throw new ApiException(CommonError.TOO_MANY_REQUESTS, null, deadline);
        }
        underWay.put(subscriptionId, partnerId);
    }

    private synchronized void end(String subscriptionId) {
        underWay.remove(subscriptionId);
    }
}
