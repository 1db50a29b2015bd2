package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.dispatcher.subscription.Endpoints;
import io.vertx.core.Context;
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
public class Lanes implements Departures.Return {

    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Context engine;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final NewLanes newLanes;
    private final MemoryRoom memory;
    private final Slots slots;
    private final Turns turns;
    private final Departures departures;
    private final DeliverySettings settings;
    private final Results results;
    private final DeliveryMetrics metrics;
    private volatile boolean closed;

    Lanes(Vertx vertx, DeliverySettings settings, Endpoints endpoints, Attempts attempts, Results results,
            DeliveryMetrics metrics) {
        this.settings = settings;
        this.results = results;
        this.metrics = metrics;
        this.engine = ((VertxInternal) vertx).createEventLoopContext();
        this.newLanes = new NewLanes(vertx, settings);
        this.memory = new MemoryRoom(settings.maxQueued(), settings.maxQueuedPerEndpoint());
        this.slots = new Slots(settings.maxInFlight(), settings.retryShare());
        this.turns = new Turns(slots, results::keepsUp);
        this.departures = new Departures(engine, endpoints, attempts, metrics);
        results.onWritten(() -> turns.take(this::start));
    }

    /** The event loop of all decisions. */
    Context engine() {
        return engine;
    }

    /** Whether more first attempts may be leased to memory, for this endpoint and over all; asked by the intake. */
    public boolean canTake(String subscriptionId, int more) {
        Lane lane = lanes.get(subscriptionId);
        return !closed && (lane == null ? memory.takes(0, more) : !lane.isStopped() && memory.takes(lane.queued(), more));
    }

    /** Whether memory is half empty, so that the intake may go on. */
    public boolean hasRoom() {
        return memory.isHalfEmpty();
    }

    /** How many more may wait in memory. */
    int left() {
        return memory.left();
    }

    /** Takes leased deliveries of new events in; from any thread. */
    public void offer(Collection<Delivery> deliveries) {
        offer(deliveries, false);
    }

    /** The same for what waited in the database. */
    void offerClaimed(Collection<Delivery> deliveries) {
        offer(deliveries, true);
    }

    /** What comes too late for an endpoint that is kept away by now goes back. */
    private void offer(Collection<Delivery> deliveries, boolean claimed) {
        memory.take(deliveries.size());
        engine.runOnContext(ignored -> {
            Set<Lane> reached = new HashSet<>();
            deliveries.forEach(delivery -> reached.add(add(delivery, claimed)));
            reached.forEach(this::giveSurplusBack);
            if (closed) {
                close();
            }
            turns.take(this::start);
        });
    }

    /** Starts nothing more; what waits in memory goes back. */
    void close() {
        closed = true;
        lanes.values().forEach(lane -> giveBack(lane.drain()));
    }

    Lane lane(String subscriptionId) {
        return lanes.computeIfAbsent(subscriptionId, newLanes::make);
    }

    /** What was learned of an endpoint is of little worth by then. */
    void forgetIdle() {
        long now = System.nanoTime();
        lanes.values().removeIf(lane -> lane.isIdle(IDLE, now));
    }

    Collection<Lane> all() {
        return lanes.values();
    }

    int queued() {
        return memory.taken();
    }

    int inFlight() {
        return slots.taken();
    }

    private Lane add(Delivery delivery, boolean claimed) {
        Lane lane = lane(delivery.subscriptionId());
        lane.add(delivery, claimed);
        turns.give(lane);
        return lane;
    }

    private void start(Lane lane, Delivery delivery) {
        memory.release(1);
        if (!delivery.hasTimeFor(LeaseCheck.needed(settings).toNanos(), System.nanoTime())) {
            metrics.leaseTooShort();
            LOG.debugf("Lease too short to start delivery=%s", delivery.id());
            return;
        }
        lane.started();
        slots.take(delivery.isFirst());
        departures.start(lane, delivery, this);
    }

    @Override
    public void finished(Lane lane, Delivery delivery, AttemptResult result, long startedAt) {
        slots.release(delivery.isFirst());
        lane.ended(result.outcome(), startedAt, System.nanoTime());
        results.add(delivery, result);
        giveSurplusBack(lane);
        goOn(lane);
    }

    /** The lease ends by itself, and whoever claims the delivery then finds out whether it can still be sent. */
    @Override
    public void abandoned(Lane lane, Delivery delivery) {
        slots.release(delivery.isFirst());
        lane.abandoned();
        goOn(lane);
    }

    private void goOn(Lane lane) {
        turns.give(lane);
        turns.take(this::start);
    }

    private void giveSurplusBack(Lane lane) {
        giveBack(lane.surplus(System.nanoTime()));
    }

    private void giveBack(List<Delivery> waiting) {
        memory.release(waiting.size());
        results.giveBack(waiting);
    }
}
