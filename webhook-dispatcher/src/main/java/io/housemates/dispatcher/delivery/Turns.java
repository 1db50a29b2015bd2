package io.housemates.dispatcher.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Whose turn it is: lanes with work stand in a circle, and one that may not start anything leaves it until something changes.
 */
final class Turns {

    private final Deque<Lane> circle = new ArrayDeque<>();
    private final Slots slots;
    private final BooleanSupplier mayStart;

    /** @param mayStart whether anything may start at all */
    Turns(Slots slots, BooleanSupplier mayStart) {
        this.slots = slots;
        this.mayStart = mayStart;
    }

    void give(Lane lane) {
        if (!lane.hasTurn && lane.wantsTurn(System.nanoTime())) {
            lane.hasTurn = true;
            circle.add(lane);
        }
    }

    /** Starts what may start. A lane that finds no slot keeps its place; when no lane finds one, the round is over. */
    void take(BiConsumer<Lane, Delivery> start) {
        int withoutSlot = 0;
        long now = System.nanoTime();
        while (!slots.full() && withoutSlot < circle.size() && mayStart.getAsBoolean()) {
            Lane lane = circle.poll();
            Delivery next = lane.poll(slots, now);
            if (next != null) {
                start.accept(lane, next);
                withoutSlot = 0;
            }
            lane.hasTurn = lane.wantsTurn(now);
            if (lane.hasTurn) {
                circle.add(lane);
                withoutSlot += next == null ? 1 : 0;
            }
        }
    }
}
