package io.housemates.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The id of an event of a run, which comes back as {@code webhook-id}: it says by itself which event it is and when it was
 * made.
 *
 * @param micros since the epoch
 */
record EventId(String run, int number, long micros) {

    static EventId now(String run, int number) {
        return new EventId(run, number, micros(Instant.now()));
    }

    /** Null when the text is the id of something else. */
    static EventId parse(String text) {
        String[] parts = text == null ? new String[0] : text.split("_");
        return parts.length == 4 && parts[0].equals("evt")
                ? new EventId(parts[1], Integer.parseInt(parts[2]), Long.parseLong(parts[3]))
                : null;
    }

    long ageMicros(Instant at) {
        return micros(at) - micros;
    }

    String text() {
        return "evt_" + run + "_" + number + "_" + micros;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
