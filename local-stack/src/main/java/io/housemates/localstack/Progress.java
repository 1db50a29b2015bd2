package io.housemates.localstack;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells the person at the terminal what is being done, and how long it took. */
record Progress(PrintStream out) {

    <T> T step(String name, Supplier<T> work) {
        long begin = System.nanoTime();
        out.printf("  %-44s", name);
        out.flush();
        try {
            T result = work.get();
            out.printf("%5.1f s%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1000.0);
            return result;
        } catch (RuntimeException e) {
            out.println("failed");
            throw e;
        }
    }
}
