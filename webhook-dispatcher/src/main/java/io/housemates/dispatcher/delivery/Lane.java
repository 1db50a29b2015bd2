package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.List;

import io.vertx.core.Context;

/**
 * One endpoint's way out of this instance: what waits for it, how much it gets at once, and whether it gets anything now.
 *
 * <p>
 * Everything here happens on the dispatcher's one event loop, except {@link #isStopped} and {@link #queued} which others read.
 * While nothing may start, nothing waits here either: see {@link #surplus}.
 */
final class Lane {

    /** An endpoint that is gone gets nothing before it is changed; if the news of it was lost, it is asked again after this. */
    private static final Duration GONE = Duration.ofMinutes(1);

    private static final int UNHEARD = -1;

    final String subscriptionId;
    final Context context;
    final ConcurrencyLimit limit;
    final CircuitBreaker breaker;
    private final LaneQueue queue = new LaneQueue();
    private int inFlight;
    private int version = UNHEARD;
    private final Pause pause = new Pause();
    private long lastUsed = System.nanoTime();
    private volatile boolean stopped;
    boolean hasTurn;

    Lane(String subscriptionId, Context context, ConcurrencyLimit limit, CircuitBreaker breaker) {
        this.subscriptionId = subscriptionId;
        this.context = context;
        this.limit = limit;
        this.breaker = breaker;
    }

    /** @param claimed whether it waited in the database, or is of an event that has just come */
    void add(Delivery delivery, boolean claimed) {
        heardOf(delivery.subscriptionVersion());
        queue.add(delivery, claimed);
        lastUsed = System.nanoTime();
    }

    /** The partner changed the endpoint, or enabled it again: what its old settings led to is no longer held against it. */
    void heardOf(int latestVersion) {
        if (latestVersion > version && version != UNHEARD) {
            breaker.close();
            pause.end();
            stopped = false;
        }
        version = Math.max(version, latestVersion);
    }

    /** The next delivery that may start now, or null. */
    Delivery poll(Slots slots, long now) {
        return room(now) == 0 ? null : queue.poll(slots, inFlight);
    }

    /** Whether waiting for a slot is all that keeps it from starting. */
    boolean wantsTurn(long now) {
        return queue.size() > 0 && room(now) > 0;
    }

    /** How many attempts may start now. */
    int room(long now) {
        if (pause.lasts(now)) {
            return 0;
        }
        return Math.min(breaker.room(inFlight, now), Math.max(0, limit.current() - inFlight));
    }

    /**
     * How many due deliveries to claim: what can start now, and as many again so that none has to wait for the next claim. New
     * events leave a part of that to them, however many come.
     */
    int claimRoom(long now) {
        if (pause.lasts(now)) {
            return 0;
        }
        boolean closed = breaker.state() == CircuitBreaker.State.CLOSED;
        int wanted = (closed ? 2 * limit.current() : 1) - inFlight - queue.size();
        int reserved = closed ? Math.max(1, limit.current() / 4) - queue.claimed() : 0;
        return Math.max(0, Math.min(breaker.room(inFlight, now), Math.max(wanted, reserved)));
    }

    void started() {
        inFlight++;
    }

    void ended(Outcome outcome, long startedAt, long now) {
        limit.note(outcome.sign(), inFlight, startedAt, now);
        inFlight--;
        breaker.note(outcome.sign(), now);
        if (outcome instanceof Outcome.Throttled throttled) {
            pause.atLeast(throttled.retryAfter(), now);
        } else if (outcome instanceof Outcome.Gone) {
            pause.atLeast(GONE, now);
        }
        stopped = pause.lasts(now) || breaker.state() != CircuitBreaker.State.CLOSED;
    }

    /** An attempt that never left: no outcome, nothing learned. */
    void abandoned() {
        inFlight--;
    }

    /** Whether the intake should lease nothing to memory: what the last attempt told, until another one ends. */
    boolean isStopped() {
        return stopped;
    }

    /**
     * Takes out what must not wait here: everything while nothing may start, and all but the probe while only that may.
     * It would wait for the end of an attempt that is never made, and keep the room from what can be sent.
     */
    List<Delivery> surplus(long now) {
        int room = room(now);
        boolean closed = breaker.state() == CircuitBreaker.State.CLOSED;
        return closed && !pause.lasts(now) ? List.of() : queue.takeOut(Math.max(0, queue.size() - room));
    }

    /** Takes everything that waits out of memory. */
    List<Delivery> drain() {
        return queue.takeOut(queue.size());
    }

    /** Whether it may be forgotten; not while a pause lasts that the endpoint asked for. */
    boolean isIdle(Duration time, long now) {
        return inFlight == 0 && queue.size() == 0 && !hasTurn && now - lastUsed > time.toNanos() && !pause.lasts(now);
    }

    int queued() {
        return queue.size();
    }

    /** How many of those came from the database. */
    int claimed() {
        return queue.claimed();
    }

    int inFlight() {
        return inFlight;
    }
}
