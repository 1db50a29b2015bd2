package io.housemates.checkout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.housemates.checkout.model.Buyer.Unit;

/** What comes with time: the clock goes on, or jumps, and the reconciler does what is due. */
final class Passage {

    private static final int ROUNDS = 10;
    /** A little longer than the lease of a step that failed. */
    private static final Duration LEASE_OVER = Duration.ofSeconds(6);

    private final World world;

    Passage(World world) {
        this.world = world;
    }

    void jump(Duration duration) {
        world.did("the clock jumps " + duration, null);
        world.surroundings.clock().jump(duration);
        world.agree();
    }

    /** The reconciler runs until nothing is due; after trouble it takes up again what it could not do. */
    void carryOn(Trouble trouble) {
        world.did("carry on " + trouble, null);
        Set<String> due = world.actual.due(world.now());
        if (trouble != Trouble.NONE) {
            trouble.during(() -> {
                world.surroundings.reconciler().carryOn();
                return null;
            });
            world.surroundings.clock().jump(LEASE_OVER);
            due.addAll(world.actual.due(world.now()));
        }
        for (int round = 0; !world.actual.due(world.now()).isEmpty(); round++) {
            assertThat(round).as("rounds until nothing is due").isLessThan(ROUNDS);
            world.surroundings.reconciler().carryOn();
        }
        List<Buyer> carried = world.model.buyers.stream()
                .filter(buyer -> due.contains(world.checkoutOf(buyer).sessionId())).toList();
        long released = carried.stream().filter(buyer -> buyer.unit == Unit.KEPT).count();
        if (trouble == Trouble.BROKEN) {
            carried.stream().filter(buyer -> !buyer.isDisputed()).forEach(buyer -> buyer.stuck = true);
        }
        world.model.carryOn(carried, world.now(), world.winners(carried, released));
        world.agree();
    }
}
