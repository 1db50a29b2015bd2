package io.housemates.checkout.support;

import static org.awaitility.Awaitility.await;

import java.time.ZoneOffset;

import jakarta.enterprise.inject.spi.CDI;

/**
 * Whether the reconciler has done with a session for now: it looked, and is not to look again before a step's lease is over.
 */
public final class AtRest {

    private static final String REST = "SELECT count(*) FROM checkout_session WHERE id = $1 AND next_step_at > $2";
    private static final int LONGER_THAN_A_LEASE = 10;

    private AtRest() {
    }

    public static void awaited(String sessionId) {
        var clock = CDI.current().select(TestClock.class).get();
        await().until(() -> Database.count(REST, sessionId,
                clock.instant().plusSeconds(LONGER_THAN_A_LEASE).atOffset(ZoneOffset.UTC)) == 1);
    }
}
