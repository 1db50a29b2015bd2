package io.housemates.benchmarks;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;

/** What reached the sink of one run: how much, how fast, how old. */
final class Reception {

    private final String run;
    private final long[] ages;
    private final BitSet seen;
    private int received;
    private int duplicates;
    private Instant first;
    private Instant last;

    Reception(String run, int expected) {
        this.run = run;
        this.ages = new long[expected];
        this.seen = new BitSet(expected);
    }

    /** Whatever belongs to another run is left out. */
    void note(EventId id, Instant at) {
        if (id == null || !id.run().equals(run)) {
            return;
        }
        if (seen.get(id.number())) {
            duplicates++;
            return;
        }
        seen.set(id.number());
        ages[received++] = id.ageMicros(at);
        first = first == null ? at : first;
        last = at;
    }

    Received sum() {
        long[] sorted = Arrays.copyOf(ages, received);
        Arrays.sort(sorted);
        double seconds = received < 2 ? 0 : (last.toEpochMilli() - first.toEpochMilli()) / 1e3;
        return new Received(received, duplicates, seconds, millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1));
    }

    private static double millis(long[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e3;
    }
}
