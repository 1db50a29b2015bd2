package io.housemates.dispatcher.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.dispatcher.subscription.Endpoint;
import io.housemates.dispatcher.subscription.Endpoints;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/**
 * Gives endpoints their turns: every endpoint has a lane of its own, lanes with work take turns, and a lane that may not start
 * anything leaves the round until something changes.
 *
 * <p>
 * All decisions are made on one event loop, so nothing here is locked; the attempts themselves run on several.
 */
@ApplicationScoped
public class Lanes {

    private static final Logger LOG = Logger.getLogger(Lanes.class);

    private final Context engine;
    private final List<Context> wires = new ArrayList<>();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Deque<Lane> turns = new ArrayDeque<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final Slots slots;
    private final DeliverySettings settings;
    private final Endpoints endpoints;
    private final Attempts attempts;
    private final Results results;
    private volatile boolean closed;

    Lanes(Vertx vertx, DeliverySettings settings, Endpoints endpoints, Attempts attempts, Results results) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.results = results;
        this.slots = new Slots(settings.maxInFlight(), settings.retryShare());
        this.engine = ((VertxInternal) vertx).createEventLoopContext();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            wires.add(((VertxInternal) vertx).createEventLoopContext());
        }
    }

    /** The event loop of all decisions. */
    Context engine() {
        return engine;
    }

    /** Whether more first attempts may be leased to memory, for this endpoint and over all; asked by the intake. */
    public boolean canTake(String subscriptionId, int more) {
        Lane lane = lanes.get(subscriptionId);
        return !closed && queued.get() < settings.maxQueued() && (lane == null || lane.canTake(more));
    }

    /** Whether memory is half empty, so that the intake may go on. */
    public boolean hasRoom() {
        return queued.get() < settings.maxQueued() / 2;
    }

    /** Takes leased deliveries in; from any thread. */
    public void offer(Collection<Delivery> deliveries) {
        queued.addAndGet(deliveries.size());
        engine.runOnContext(ignored -> {
            deliveries.forEach(this::add);
            if (closed) {
                close();
            }
            pump();
        });
    }

    /** Starts nothing more; what waits in memory goes back. */
    void close() {
        closed = true;
        lanes.values().forEach(this::giveBack);
    }

    Lane lane(String subscriptionId) {
        return lanes.computeIfAbsent(subscriptionId, this::newLane);
    }

    Collection<Lane> all() {
        return lanes.values();
    }

    int queued() {
        return queued.get();
    }

    int inFlight() {
        return slots.taken();
    }

    private Lane newLane(String subscriptionId) {
        return new Lane(subscriptionId, wires.get(lanes.size() % wires.size()),
                new ConcurrencyLimit(settings.initialConcurrency(), settings.maxConcurrency()),
                new CircuitBreaker(settings.breakerFailures(), settings.breakerPause(), settings.breakerLongestPause()),
                settings.maxQueuedPerEndpoint());
    }

    private void add(Delivery delivery) {
        Lane lane = lane(delivery.subscriptionId());
        lane.add(delivery);
        giveTurn(lane);
    }

    private void giveTurn(Lane lane) {
        if (!lane.hasTurn && lane.wantsTurn(System.nanoTime())) {
            lane.hasTurn = true;
            turns.add(lane);
        }
    }

    /** Starts what may start. A lane that finds no slot keeps its place; when no lane finds one, the round is over. */
    private void pump() {
        int withoutSlot = 0;
        while (!slots.full() && withoutSlot < turns.size() && results.keepsUp()) {
            Lane lane = turns.poll();
            long now = System.nanoTime();
            Delivery next = lane.poll(slots, now);
            withoutSlot = next == null ? withoutSlot + 1 : 0;
            if (next != null) {
                start(lane, next, now);
            }
            lane.hasTurn = lane.wantsTurn(now);
            if (lane.hasTurn) {
                turns.add(lane);
            }
        }
    }

    private void start(Lane lane, Delivery delivery, long now) {
        queued.decrementAndGet();
        if (!delivery.hasTimeFor(settings.deadline().toNanos() * 5 / 4, now)) {
            LOG.debugf("Lease too short to start delivery=%s", delivery.id());
            return;
        }
        lane.started();
        slots.take(delivery.isFirst());
        endpoints.get(delivery.subscriptionId(), delivery.subscriptionVersion()).subscribe().with(
                endpoint -> (endpoint.enabled() ? lane.context : engine).runOnContext(ignored -> {
                    if (endpoint.enabled()) {
                        attempt(lane, delivery, endpoint);
                    } else {
                        abandon(lane, delivery);
                    }
                }),
                unavailable -> engine.runOnContext(ignored -> abandon(lane, delivery)));
    }

    private void attempt(Lane lane, Delivery delivery, Endpoint endpoint) {
        long startedAt = System.nanoTime();
        Future<AttemptResult> made;
        try {
            made = attempts.make(delivery, endpoint);
        } catch (RuntimeException bug) {
            made = Future.failedFuture(bug);
        }
        made.onComplete(ended -> engine.runOnContext(ignored -> {
            if (ended.succeeded()) {
                finish(lane, delivery, ended.result(), startedAt);
            } else {
                LOG.errorf(ended.cause(), "Attempt could not be made delivery=%s", delivery.id());
                abandon(lane, delivery);
            }
        }));
    }

    private void finish(Lane lane, Delivery delivery, AttemptResult result, long startedAt) {
        slots.release(delivery.isFirst());
        lane.ended(result.outcome(), startedAt, System.nanoTime());
        results.add(delivery, result);
        if (lane.isStopped()) {
            giveBack(lane);
        }
        giveTurn(lane);
        pump();
    }

    private void giveBack(Lane lane) {
        List<Delivery> waiting = lane.drain();
        queued.addAndGet(-waiting.size());
        results.giveBack(waiting);
    }

    /** The lease ends by itself, and whoever claims the delivery then finds out whether it can still be sent. */
    private void abandon(Lane lane, Delivery delivery) {
        slots.release(delivery.isFirst());
        lane.abandoned();
        giveTurn(lane);
        pump();
    }
}
