package io.housemates.benchmarks;

/**
 * A run as the sink saw it.
 *
 * @param count different events
 * @param duplicates arrivals of an event that had arrived before
 * @param seconds from the first arrival to the last
 * @param p50 milliseconds from the event to its arrival, like {@code p99} and {@code slowest}
 */
record Received(int count, int duplicates, double seconds, double p50, double p99, double slowest) {

    double perSecond() {
        return count / seconds;
    }
}
