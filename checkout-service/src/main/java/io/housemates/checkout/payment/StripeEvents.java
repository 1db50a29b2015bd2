package io.housemates.checkout.payment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Stores what Stripe tells us, raw and once, and makes the session it is about due. The event's own data decides nothing:
 * events come twice and out of order, so the step that follows reads the intent from Stripe.
 */
@ApplicationScoped
class StripeEvents {

    private static final Logger LOG = Logger.getLogger(StripeEvents.class);

    /** Types after which a session may have to move. */
    private static final Set<String> MOVING = Set.of("payment_intent.succeeded", "payment_intent.canceled",
            "charge.refunded", "refund.created", "refund.updated", "refund.failed", "charge.refund.updated",
            "charge.dispute.created", "charge.dispute.closed");

    /** Served by the primary keys and the unique index on payment.intent_id. */
    private static final String STORE = """
            WITH stored AS (
                INSERT INTO stripe_event (id, type, payload, received_at, processed_at) VALUES ($1, $2, $3, $4, $4)
                ON CONFLICT (id) DO NOTHING RETURNING id)
            UPDATE checkout_session SET next_step_at = $4
             WHERE $6 AND EXISTS (SELECT 1 FROM stored)
               AND id = (SELECT session_id FROM payment WHERE intent_id = $5)""";

    private final Pool pool;
    private final Clock clock;

    StripeEvents(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Void> store(StripeEvent event, String payload) {
        return pool.preparedQuery(STORE)
                .execute(Tuple.of(event.id(), event.type(), payload, clock.instant().atOffset(ZoneOffset.UTC),
                        event.intentId(), MOVING.contains(event.type())))
                .invoke(rows -> LOG.infof("Stripe event stored event=%s type=%s sessions=%d", event.id(), event.type(),
                        rows.rowCount()))
                .replaceWithVoid();
    }
}
