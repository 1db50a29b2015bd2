package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.vertx.core.Context;

/**
 * One endpoint's way out of this instance: what waits for it, how much it gets at once, and whether it gets anything now.
 *
 * <p>
 * Everything here happens on the dispatcher's one event loop, except {@link #canTake} which reads a snapshot.
 */
final class Lane {

    final String subscriptionId;
    final Context context;
    final ConcurrencyLimit limit;
    final CircuitBreaker breaker;
    private final int mostQueued;
    private final Deque<Delivery> firsts = new ArrayDeque<>();
    private final Deque<Delivery> retries = new ArrayDeque<>();
    private int inFlight;
    private int version;
    private long pausedUntil = Long.MIN_VALUE;
    private volatile int queued;
    private volatile boolean stopped;
    boolean hasTurn;

    Lane(String subscriptionId, Context context, ConcurrencyLimit limit, CircuitBreaker breaker, int mostQueued) {
        this.subscriptionId = subscriptionId;
        this.context = context;
        this.limit = limit;
        this.breaker = breaker;
        this.mostQueued = mostQueued;
    }

    void add(Delivery delivery) {
        version = Math.max(version, delivery.subscriptionVersion());
        (delivery.isFirst() ? firsts : retries).add(delivery);
        queued++;
    }

    /** The partner changed the endpoint, or enabled it again: what its old settings led to is no longer held against it. */
    void heardOf(int latestVersion) {
        if (latestVersion > version && version > 0) {
            breaker.close();
            pausedUntil = Long.MIN_VALUE;
            stopped = false;
        }
        version = Math.max(version, latestVersion);
    }

    /** The next delivery that may start now, first attempts first, or null. */
    Delivery poll(Slots slots, long now) {
        if (room(now) == 0) {
            return null;
        }
        Delivery next = slots.free(true) ? firsts.poll() : null;
        if (next == null && slots.free(false)) {
            next = retries.poll();
        }
        if (next != null) {
            queued--;
        }
        return next;
    }

    /** Whether waiting for a slot is all that keeps it from starting. */
    boolean wantsTurn(long now) {
        return queued > 0 && room(now) > 0;
    }

    /** How many attempts may start now. */
    int room(long now) {
        if (isPaused(now)) {
            return 0;
        }
        return Math.min(breaker.room(inFlight, now), Math.max(0, limit.current() - inFlight));
    }

    /** How many due deliveries to claim: what can start now, and as many again so that none has to wait for the next claim. */
    int claimRoom(long now) {
        if (isPaused(now)) {
            return 0;
        }
        int wanted = breaker.state() == CircuitBreaker.State.CLOSED ? 2 * limit.current() - inFlight - queued
                : 1 - inFlight - queued;
        return Math.max(0, Math.min(breaker.room(inFlight, now), wanted));
    }

    /** Whether the intake may lease that many more first attempts to memory; asked from other threads. */
    boolean canTake(int more) {
        return !stopped && queued + more <= mostQueued;
    }

    void started() {
        inFlight++;
    }

    void ended(Outcome outcome, long startedAt, long now) {
        inFlight--;
        limit.note(outcome.sign(), startedAt, now);
        breaker.note(outcome.sign(), now);
        if (outcome instanceof Outcome.Throttled throttled) {
            pause(throttled.retryAfter(), now);
        }
        stopped = isPaused(now) || breaker.state() != CircuitBreaker.State.CLOSED;
    }

    /** An attempt that never left: no outcome, nothing learned. */
    void abandoned() {
        inFlight--;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isIdle() {
        return inFlight == 0 && queued == 0;
    }

    /** Takes everything that waits out of memory. */
    List<Delivery> drain() {
        List<Delivery> all = new ArrayList<>(firsts);
        all.addAll(retries);
        firsts.clear();
        retries.clear();
        queued = 0;
        return all;
    }

    int queued() {
        return queued;
    }

    int inFlight() {
        return inFlight;
    }

    private void pause(Duration wait, long now) {
        long until = now + wait.toNanos();
        if (!isPaused(now) || until - pausedUntil > 0) {
            pausedUntil = until;
        }
    }

    private boolean isPaused(long now) {
        return pausedUntil != Long.MIN_VALUE && pausedUntil - now > 0;
    }
}
