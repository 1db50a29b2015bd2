package io.housemates.checkout.model;

import java.util.function.Supplier;

import io.housemates.checkout.support.Stripe;

/** What Stripe does with the next call. A lost one is cut twice, because the client's connection repeats it once by itself. */
enum Trouble {

    NONE(null, 0),
    LOST_BEFORE_THE_EFFECT("disconnect_before", 2),
    LOST_AFTER_THE_EFFECT("disconnect_after", 2),
    REFUSED("status_503", 1),
    TOO_MANY("status_429", 1),
    /** Remembered under the idempotency key, as at Stripe. */
    BROKEN("status_500", 1);

    private final String fault;
    private final int times;

    Trouble(String fault, int times) {
        this.fault = fault;
        this.times = times;
    }

    <T> T during(Supplier<T> calls) {
        if (this == NONE) {
            return calls.get();
        }
        String id = Stripe.troubles(fault, times);
        try {
            return calls.get();
        } finally {
            Stripe.stopsTroubling(id);
        }
    }
}
