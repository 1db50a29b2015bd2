package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * When a failed delivery is tried again.
 *
 * @param delays the wait before each attempt, the first attempt's included
 * @param jitter the share by which a wait may be shorter or longer, so that failures do not come back in step
 * @param random numbers from 0 (included) to 1
 */
public record RetrySchedule(List<Duration> delays, double jitter, DoubleSupplier random) {

    /** @param attempt how many attempts were made */
    public Next after(int attempt) {
        if (attempt >= delays.size()) {
            return Next.finish(DeliveryStatus.EXHAUSTED);
        }
        double factor = 1 + jitter * (2 * random.getAsDouble() - 1);
        return Next.retryAfter(Duration.ofMillis(Math.round(delays.get(attempt).toMillis() * factor)));
    }
}
