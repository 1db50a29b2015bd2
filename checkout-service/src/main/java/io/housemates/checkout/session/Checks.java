package io.housemates.checkout.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When the reconciler asks Stripe about a session again: after 1 min, 5 min, 1 h, then daily, and when the session expires. */
final class Checks {

    private static final List<Duration> AFTER = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1),
            Duration.ofDays(1));

    private Checks() {
    }

    /** @param done how many checks there were so far */
    static Instant after(int done, CheckoutSession session, Instant now) {
        Instant check = now.plus(AFTER.get(Math.min(done, AFTER.size() - 1)));
        return now.isBefore(session.expiresAt) && check.isAfter(session.expiresAt) ? session.expiresAt : check;
    }
}
