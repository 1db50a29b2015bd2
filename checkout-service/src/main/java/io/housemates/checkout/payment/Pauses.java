package io.housemates.checkout.payment;

import java.time.Duration;
import java.util.List;

/** How long to wait before asking Stripe again: 1 min, 5 min, 1 h, then daily. */
public final class Pauses {

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1),
            Duration.ofDays(1));

    private Pauses() {
    }

    /** @param done how often it was asked so far, beside the first time */
    public static Duration after(int done) {
        return PAUSES.get(Math.min(done, PAUSES.size() - 1));
    }
}
