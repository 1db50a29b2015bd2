package io.housemates.dispatcher.delivery;

import java.util.ArrayList;
import java.util.List;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Makes lanes as the settings say, and spreads them over the event loops that attempts run on. */
final class NewLanes {

    private final DeliverySettings settings;
    private final List<Context> wires = new ArrayList<>();
    private int made;

    NewLanes(Vertx vertx, DeliverySettings settings) {
        this.settings = settings;
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            wires.add(((VertxInternal) vertx).createEventLoopContext());
        }
    }

    Lane make(String subscriptionId) {
        return new Lane(subscriptionId, wires.get(made++ % wires.size()),
                new ConcurrencyLimit(settings.initialConcurrency(), settings.maxConcurrency()),
                new CircuitBreaker(settings.breakerFailures(), settings.breakerPause(), settings.breakerLongestPause()));
    }
}
