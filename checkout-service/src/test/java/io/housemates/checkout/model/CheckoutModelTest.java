package io.housemates.checkout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.session.ReconcilerByHand;
import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.quarkus.scheduler.Scheduler;
import io.vertx.mutiny.sqlclient.Pool;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.ActionChain;

/**
 * Random chains of events against the running service and a small model of it: after each event both agree about states,
 * units, bookings and money, and in the end nothing is left undone. Time stands still unless an event moves it, and the
 * reconciler runs only as an event, so that a chain comes out the same each time.
 *
 * {@code -Dmodel.tries=500} runs longer, {@code -Dmodel.seed=…} elsewhere; a failure names its seed.
 */
@CheckoutTest
class CheckoutModelTest {

    private static final Logger LOG = Logger.getLogger(CheckoutModelTest.class);
    private static final int TRIES = Integer.getInteger("model.tries", 10);
    private static final long SEED = Long.getLong("model.seed", 2027);
    private static final int SIMPLER_CHAINS = 100;

    @Inject
    TestClock clock;

    @Inject
    ReconcilerByHand reconciler;

    @Inject
    Pool pool;

    @Inject
    Doors doors;

    @Inject
    Scheduler scheduler;

    private final Map<String, Map<String, Integer>> announcements = new HashMap<>();
    private Surroundings surroundings;
    private World world;

    @BeforeEach
    void nothingMovesByItself() {
        scheduler.pause();
    }

    @AfterEach
    void backToNormal() {
        scheduler.resume();
    }

    @Test
    void agreesWithItsModelWhateverHappens() {
        surroundings = new Surroundings(clock, reconciler, pool, doors, TestPartner.create(), TestPartner.create(),
                TestRoom.withUnits(1));
        JqwikSession.run(() -> {
            for (long seed = SEED; seed < SEED + TRIES; seed++) {
                LOG.infof("Chain seed=%d", seed);
                Shrinkable<ActionChain<World>> chain = chain(new Random(seed));
                Optional<Failure> failure = failureOf(chain);
                if (failure.isPresent()) {
                    Failure simplest = simplest(chain, failure.get());
                    throw new AssertionError("-Dmodel.seed=" + seed + " -Dmodel.tries=1 came in its simplest form to\n"
                            + simplest.story.replace("; ", "\n"), simplest.cause);
                }
            }
        });
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(told()).isEqualTo(announcements));
    }

    private record Failure(String story, Throwable cause) {
    }

    private Shrinkable<ActionChain<World>> chain(Random random) {
        int units = Chains.units().generator(TRIES).next(random).value();
        return Chains.of(() -> world = new World(surroundings, units)).generator(TRIES).next(random);
    }

    private Optional<Failure> failureOf(Shrinkable<ActionChain<World>> chain) {
        try {
            chain.value().run();
            // it may have ended with a jump of the clock
            world.time.carryOn(Trouble.NONE);
            Admin.assertNothingViolated();
            var ending = new Ending(world);
            ending.come();
            Admin.assertNothingViolated();
            announcements.putAll(ending.announcements());
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(new Failure(String.valueOf(world), e));
        }
    }

    private Failure simplest(Shrinkable<ActionChain<World>> chain, Failure failure) {
        LOG.warnf(failure.cause, "Looking for a simpler chain than %s", failure.story);
        var candidates = chain.shrink().iterator();
        Shrinkable<ActionChain<World>> simpler = chain;
        Failure simplest = failure;
        for (int i = 0; i < SIMPLER_CHAINS && candidates.hasNext(); i++) {
            Shrinkable<ActionChain<World>> candidate = candidates.next();
            Optional<Failure> again = failureOf(candidate);
            if (again.isPresent() && candidate.distance().compareTo(simpler.distance()) < 0) {
                simpler = candidate;
                simplest = again.get();
                candidates = candidate.shrink().iterator();
            }
        }
        return simplest;
    }

    /** What Kafka has of the sessions of all chains, every type counted. */
    private Map<String, Map<String, Integer>> told() {
        Map<String, Map<String, Long>> counts = Events.counts("checkouts");
        Map<String, Map<String, Integer>> told = new HashMap<>();
        announcements.forEach((session, expected) -> {
            Map<String, Integer> types = new HashMap<>();
            expected.keySet().forEach(type -> types.put(type,
                    counts.getOrDefault(session, Map.of()).getOrDefault(type, 0L).intValue()));
            told.put(session, types);
        });
        return told;
    }
}
