package io.housemates.localstack.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again until there is something, for what the services do among themselves. */
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 20;

    private Patience() {
    }

    static <T> T until(String what, Supplier<Optional<T>> question) {
        Instant deadline = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(deadline)) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause();
        }
        throw new HopFailed(what + " did not happen within " + LIMIT.toSeconds() + " s");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HopFailed("Interrupted", e);
        }
    }
}
