package io.housemates.dispatcher.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What waits in memory for one endpoint: first attempts go before retries, unless no slot is free for them. */
final class LaneQueue {

    private final Deque<Delivery> firsts = new ArrayDeque<>();
    private final Deque<Delivery> retries = new ArrayDeque<>();
    private volatile int size;

    /** Asked from other threads, too. */
    int size() {
        return size;
    }

    void add(Delivery delivery) {
        (delivery.isFirst() ? firsts : retries).add(delivery);
        size++;
    }

    /** @param underWay attempts of the endpoint. @return null when no slot is free for any of them */
    Delivery poll(Slots slots, int underWay) {
        Delivery next = slots.free(true, underWay) ? firsts.poll() : null;
        if (next == null && slots.free(false, underWay)) {
            next = retries.poll();
        }
        if (next != null) {
            size--;
        }
        return next;
    }

    /** Those that would have to wait longest. */
    List<Delivery> takeOut(int count) {
        List<Delivery> out = new ArrayList<>(count);
        while (out.size() < count) {
            out.add(retries.isEmpty() ? firsts.removeLast() : retries.removeLast());
        }
        size -= count;
        return out;
    }
}
