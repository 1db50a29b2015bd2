package io.housemates.checkout.support;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.inject.spi.CDI;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Whether the reconciler has done with a session for now: it looked, and is not to look again before a step's lease is over.
 */
public final class AtRest {

    private static final String REST = "SELECT 1 FROM checkout_session WHERE id = $1 AND next_step_at > $2";
    private static final int LONGER_THAN_A_LEASE = 10;

    private AtRest() {
    }

    public static void awaited(String sessionId) {
        var pool = CDI.current().select(Pool.class).get();
        var clock = CDI.current().select(Clock.class).get();
        await().until(() -> pool.preparedQuery(REST).executeAndAwait(Tuple.of(sessionId,
                clock.instant().plusSeconds(LONGER_THAN_A_LEASE).atOffset(ZoneOffset.UTC))).size() == 1);
    }
}
