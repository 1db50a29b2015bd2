package io.housemates.dispatcher.delivery;

import java.time.Duration;

/**
 * What was last written of one endpoint, and whether what is new has to be written, too: one that changes its mind with every
 * attempt must not cost a statement with every attempt, on one row.
 *
 * <p>
 * A success that follows a failure is written whenever it comes: without it the endpoint would count as failing all the time.
 */
final class HealthNote {

    private static final long REPEAT = Duration.ofMinutes(1).toNanos();
    private static final long BETWEEN_CHANGES = Duration.ofSeconds(10).toNanos();

    private boolean latest;
    private Boolean written;
    private long writtenAt;
    private boolean underWay;
    private long failureAt;
    private boolean failed;
    /** In milliseconds: what an endpoint asks for may be longer than nanoseconds can count. */
    private long throttledUntil;
    private long throttleAt;
    private boolean throttled;

    /** @return whether to write that it works, or that it fails, now */
    synchronized boolean heard(boolean working, long now) {
        latest = working;
        return begin(now);
    }

    /** The statement is over. @return whether the next has to follow */
    synchronized boolean wrote(boolean succeeded, long now) {
        underWay = false;
        if (!succeeded) {
            written = null;
            return false;
        }
        return begin(now);
    }

    /** What is to be written while a statement is under way, whatever was heard since it was begun. */
    synchronized boolean isWorking() {
        return written;
    }

    /** @return whether that has to be written: many attempts are told the same at once */
    synchronized boolean heardThrottle(Duration wait, long now) {
        long until = now / 1_000_000 + wait.toMillis();
        boolean known = throttled && now - throttleAt < BETWEEN_CHANGES && until - throttledUntil < 1_000;
        if (!known) {
            throttled = true;
            throttledUntil = until;
            throttleAt = now;
        }
        return !known;
    }

    private boolean begin(long now) {
        if (underWay || !isNews(now)) {
            return false;
        }
        underWay = true;
        written = latest;
        writtenAt = now;
        if (!latest) {
            failed = true;
            failureAt = now;
        }
        return true;
    }

    private boolean isNews(long now) {
        if (written != null && written == latest) {
            return now - writtenAt > REPEAT;
        }
        return latest || !failed || now - failureAt > BETWEEN_CHANGES;
    }
}
