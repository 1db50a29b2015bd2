package io.housemates.checkout.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;

/** The service's clock, which a test can put forward and back. */
@Alternative
@Priority(1)
@Singleton
@Unremovable
public class TestClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant stopped;

    public void jump(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** Time does not pass by itself any more. */
    public void stop() {
        stopped = instant();
    }

    public void reset() {
        stopped = null;
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        Instant now = stopped;
        return (now == null ? Instant.ofEpochMilli(System.currentTimeMillis()) : now).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("Always UTC");
    }
}
