package io.housemates.dispatcher.delivery;

import java.time.Duration;

/** Keeps attempts away from an endpoint that fails every time; lets single probes through to notice that it is back. */
final class CircuitBreaker {

    /** Closed: all pass. Open: none. Half-open: one probe decides. */
    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final int failuresToOpen;
    private final long firstPause;
    private final long longestPause;
    private int failures;
    private long pause;
    private long openUntil;
    private volatile State state = State.CLOSED;

    CircuitBreaker(int failuresToOpen, Duration firstPause, Duration longestPause) {
        this.failuresToOpen = failuresToOpen;
        this.firstPause = firstPause.toNanos();
        this.longestPause = longestPause.toNanos();
    }

    State state() {
        return state;
    }

    /** How many attempts may be under way besides those that are. */
    int room(int inFlight, long now) {
        if (state == State.OPEN && now - openUntil >= 0) {
            state = State.HALF_OPEN;
        }
        return switch (state) {
            case CLOSED -> Integer.MAX_VALUE;
            case OPEN -> 0;
            case HALF_OPEN -> Math.max(0, 1 - inFlight);
        };
    }

    void note(EndpointSign sign, long now) {
        if (!sign.countsForBreaker()) {
            close();
            return;
        }
        failures++;
        if (state == State.HALF_OPEN) {
            open(Math.min(longestPause, pause * 2), now);
        } else if (state == State.CLOSED && failures >= failuresToOpen) {
            open(firstPause, now);
        }
    }

    void close() {
        failures = 0;
        state = State.CLOSED;
    }

    private void open(long pauseNanos, long now) {
        pause = pauseNanos;
        openUntil = now + pauseNanos;
        state = State.OPEN;
    }
}
