package io.housemates.checkout.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.privacy.DataKey;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.ErasedKeyException;
import io.housemates.platform.privacy.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Stores what Stripe tells us, raw, sealed and once, and makes the session it is about due. The event's own data
 * decides nothing: events come twice and out of order, so the step that follows reads the intent from Stripe.
 */
@ApplicationScoped
class StripeEvents {

    private static final Logger LOG = Logger.getLogger(StripeEvents.class);

    /** Served by the primary keys and the unique index on payment.intent_id. */
    private static final String STORE = """
            WITH stored AS (
                INSERT INTO stripe_event (id, type, key_id, sealed, received_at, processed_at) VALUES ($1, $2, $7, $3, $4, $4)
                ON CONFLICT (id) DO NOTHING RETURNING id)
            UPDATE checkout_session SET next_step_at = $4, news = true
             WHERE $6 AND EXISTS (SELECT 1 FROM stored)
               AND id = (SELECT session_id FROM payment WHERE intent_id = $5)""";

    private static final String SESSION = "SELECT session_id FROM payment WHERE intent_id = $1";

    private final Pool pool;
    private final DataKeys keys;
    private final Clock clock;

    StripeEvents(Pool pool, DataKeys keys, Clock clock) {
        this.pool = pool;
        this.keys = keys;
        this.clock = clock;
    }

    Uni<Void> store(StripeEvent event, String payload) {
        return sealed(event, payload)
                .chain(sealed -> pool.preparedQuery(STORE).execute(Tuple.tuple().addString(event.id()).addString(event.type())
                        .addValue(sealed == null ? null : Buffer.buffer(sealed.ciphertext()))
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                        .addString(event.intentId()).addBoolean(StripeEventTypes.moves(event.type()))
                        .addString(sealed == null ? null : sealed.keyId())))
                .invoke(rows -> LOG.infof("Stripe event stored event=%s type=%s sessions=%d", event.id(), event.type(),
                        rows.rowCount()))
                .replaceWithVoid();
    }

    /** The payer may be named in it, so erasing the session's key has to erase it; null where there is no such key. */
    private Uni<Sealed> sealed(StripeEvent event, String payload) {
        return pool.preparedQuery(SESSION).execute(Tuple.of(event.intentId()))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().<DataKey> nullItem()
                        : keys.obtain(rows.iterator().next().getString(0)))
                .onFailure(ErasedKeyException.class).recoverWithNull()
                .map(key -> key == null ? null : Sealed.of(payload.getBytes(UTF_8), key));
    }
}
