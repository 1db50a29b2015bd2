package io.housemates.benchmarks;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again until something is so. */
final class Waiting {

    private static final long PAUSE_MILLIS = 200;

    private Waiting() {
    }

    static void until(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(what + ": not within " + atMost.toSeconds() + " s");
            }
            pause(PAUSE_MILLIS);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
