package io.housemates.localstack.journey;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Prints one line per step of the journey with the time it took. */
record Hops(PrintStream out) {

    /**
     * @param where in which service's log to look when it fails
     * @throws JourneyFailed naming the step
     */
    <T> T hop(String name, String where, Supplier<T> step) {
        long begin = System.nanoTime();
        try {
            T result = step.get();
            out.printf("  %-28s %6d ms%n", name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            return result;
        } catch (RuntimeException e) {
            out.printf("  %-28s FAILED%n", name);
            throw new JourneyFailed("The step '" + name + "' failed: " + e.getMessage() + "\nLook into " + where, e);
        }
    }
}
