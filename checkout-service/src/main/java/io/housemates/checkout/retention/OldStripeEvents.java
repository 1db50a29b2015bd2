package io.housemates.checkout.retention;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.housemates.platform.retention.OldRows;
import io.housemates.platform.retention.Retained;
import io.vertx.mutiny.sqlclient.Pool;

/** What Stripe told us long ago. */
class OldStripeEvents {

    /** Served by stripe_event_received. */
    @Produces
    @Singleton
    Retained stripeEvents(Pool pool, Kept kept) {
        return new OldRows(pool, "stripe_events", "stripe_event", "received_at", kept.stripeEvents());
    }
}
