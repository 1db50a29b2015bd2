package io.housemates.localstack.stripe.event;

import java.time.Duration;
import java.util.Optional;

/** When to try again: Stripe's three days of exponential back-off, shortened to what one waits for on one's own machine. */
final class RetrySchedule {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 720;

    private RetrySchedule() {
    }

    /** @param attempt number of the attempt that failed, from 1 */
    static Optional<Duration> delayAfter(int attempt) {
        if (attempt >= ATTEMPTS) {
            return Optional.empty();
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        return Optional.of(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
