package io.housemates.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param events per turn or run
 * @param seconds of one run
 * @param rate events per second
 * @param backlog deliveries that wait
 * @param bookings in the database
 */
record Options(Path root, int rounds, int warmUps, int events, int seconds, int rate, int endpoints, int backlog,
        int bookings) {

    /**
     * @param warmUps where the words say nothing of them
     * @param words {@code name=value}
     */
    static Options of(Path root, int warmUps, String... words) {
        Map<String, Integer> given = new HashMap<>();
        for (String word : words) {
            String[] parts = word.split("=", 2);
            given.put(parts[0], Integer.valueOf(parts[1]));
        }
        return new Options(root, given.getOrDefault("rounds", 3), given.getOrDefault("warmups", warmUps),
                given.getOrDefault("events", 10_000), given.getOrDefault("seconds", 30), given.getOrDefault("rate", 500),
                given.getOrDefault("endpoints", 100), given.getOrDefault("backlog", 60_000),
                given.getOrDefault("bookings", 1_000_000));
    }
}
