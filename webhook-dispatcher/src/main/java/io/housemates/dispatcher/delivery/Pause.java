package io.housemates.dispatcher.delivery;

import java.time.Duration;

/** How long an endpoint is left alone; of several that were asked for the longest holds. */
final class Pause {

    private long until = Long.MIN_VALUE;

    void atLeast(Duration wait, long now) {
        long end = now + wait.toNanos();
        if (!lasts(now) || end - until > 0) {
            until = end;
        }
    }

    void end() {
        until = Long.MIN_VALUE;
    }

    boolean lasts(long now) {
        return until != Long.MIN_VALUE && until - now > 0;
    }
}
