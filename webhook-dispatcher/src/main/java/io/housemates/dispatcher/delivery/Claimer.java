package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.housemates.dispatcher.delivery.Claims.DueEndpoint;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Brings due deliveries into the lanes: retries, what found no room in memory, and what a crashed instance left behind.
 *
 * <p>
 * One claim at a time; the next follows at once while there is work, and after the poll interval when there was none.
 */
@ApplicationScoped
class Claimer {

    private static final Logger LOG = Logger.getLogger(Claimer.class);
    private static final long AT_ONCE = 10;

    private final Vertx vertx;
    private final Lanes lanes;
    private final Claims claims;
    private final Results results;
    private final DeliverySettings settings;
    private final AtomicLong lastRound = new AtomicLong(System.nanoTime());
    private long timer;
    private boolean claiming;
    private volatile boolean stopped;

    Claimer(Vertx vertx, Lanes lanes, Claims claims, Results results, DeliverySettings settings) {
        this.vertx = vertx;
        this.lanes = lanes;
        this.claims = claims;
        this.results = results;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        results.onWoken(this::poke);
        lanes.engine().runOnContext(ignored -> round());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks at once instead of at the next interval; on the engine's event loop. */
    void poke() {
        if (!claiming && vertx.cancelTimer(timer)) {
            round();
        }
    }

    /** Since when no round came to its end. */
    Duration sinceLastRound() {
        return Duration.ofNanos(System.nanoTime() - lastRound.get());
    }

    private void round() {
        if (stopped) {
            return;
        }
        claiming = true;
        claims.dueEndpoints().chain(this::claim).subscribe().with(
                claimed -> lanes.engine().runOnContext(ignored -> {
                    lastRound.set(System.nanoTime());
                    lanes.offerClaimed(claimed);
                    next(claimed.isEmpty() ? settings.pollInterval().toMillis() : AT_ONCE);
                }),
                failure -> lanes.engine().runOnContext(ignored -> {
                    LOG.warnf("Due deliveries not claimed reason=\"%s\"", failure.getMessage());
                    next(settings.pollInterval().toMillis());
                }));
    }

    private void next(long millis) {
        claiming = false;
        timer = vertx.setTimer(millis, fired -> round());
    }

    private Uni<List<Delivery>> claim(List<DueEndpoint> due) {
        Map<String, Integer> room = shares(due);
        return room.isEmpty() || !results.keepsUp() ? Uni.createFrom().item(List.of()) : claims.claim(room);
    }

    /** Whoever comes first changes from claim to claim. */
    private Map<String, Integer> shares(List<DueEndpoint> due) {
        Collections.shuffle(due);
        List<Lane> wanting = new ArrayList<>(due.size());
        for (DueEndpoint endpoint : due) {
            Lane lane = lanes.lane(endpoint.subscriptionId());
            lane.heardOf(endpoint.version());
            wanting.add(lane);
        }
        return ClaimShares.of(wanting, lanes.left(), System.nanoTime());
    }
}
