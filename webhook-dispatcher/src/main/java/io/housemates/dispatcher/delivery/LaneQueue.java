package io.housemates.dispatcher.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What waits in memory for one endpoint: new events go before what was claimed, first attempts before retries, unless no
 * slot is free for them. Every fifth turn it is the other way round: an endpoint that gets more than it takes would never get
 * the older ones.
 */
final class LaneQueue {

    private static final int OTHER_WAY_ROUND = 5;

    private final Deque<Delivery> fresh = new ArrayDeque<>();
    private final Deque<Delivery> firsts = new ArrayDeque<>();
    private final Deque<Delivery> retries = new ArrayDeque<>();
    private final List<Deque<Delivery>> usual = List.of(fresh, firsts, retries);
    private final List<Deque<Delivery>> retriesFirst = List.of(retries, firsts, fresh);
    private final List<Deque<Delivery>> claimedFirst = List.of(firsts, retries, fresh);
    private int turns;
    private volatile int size;

    /** Asked from other threads, too. */
    int size() {
        return size;
    }

    /** How many of them came from the database. */
    int claimed() {
        return firsts.size() + retries.size();
    }

    void add(Delivery delivery, boolean claimed) {
        (!delivery.isFirst() ? retries : claimed ? firsts : fresh).add(delivery);
        size++;
    }

    /** @param underWay attempts of the endpoint. @return null when no slot is free for any of them */
    Delivery poll(Slots slots, int underWay) {
        for (Deque<Delivery> waiting : order()) {
            if (!waiting.isEmpty() && slots.free(waiting.peek().isFirst(), underWay)) {
                turns = (turns + 1) % (2 * OTHER_WAY_ROUND);
                size--;
                return waiting.poll();
            }
        }
        return null;
    }

    private List<Deque<Delivery>> order() {
        return turns == OTHER_WAY_ROUND - 1 ? retriesFirst : turns == 2 * OTHER_WAY_ROUND - 1 ? claimedFirst : usual;
    }

    /** Those that would have to wait longest. */
    List<Delivery> takeOut(int count) {
        List<Delivery> out = new ArrayList<>(count);
        while (out.size() < count) {
            Deque<Delivery> last = !retries.isEmpty() ? retries : !firsts.isEmpty() ? firsts : fresh;
            out.add(last.removeLast());
        }
        size -= count;
        return out;
    }
}
