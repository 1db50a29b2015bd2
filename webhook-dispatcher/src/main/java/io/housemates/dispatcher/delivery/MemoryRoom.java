package io.housemates.dispatcher.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The deliveries that may wait in memory: bounded over all endpoints, and shared, so that slow ones leave room to the others.
 */
final class MemoryRoom {

    private final int most;
    private final int mostPerEndpoint;
    private final AtomicInteger taken = new AtomicInteger();

    MemoryRoom(int most, int mostPerEndpoint) {
        this.most = most;
        this.mostPerEndpoint = mostPerEndpoint;
    }

    /**
     * No endpoint takes more than what it leaves free, so there is always some for one that has nothing yet.
     *
     * @param waiting how many of the endpoint are here
     */
    boolean takes(int waiting, int more) {
        return waiting + more <= Math.min(mostPerEndpoint, left());
    }

    /** What comes in spite of a full memory is negative here. */
    int left() {
        return most - taken.get();
    }

    boolean isHalfEmpty() {
        return taken.get() < most / 2;
    }

    int taken() {
        return taken.get();
    }

    void take(int count) {
        taken.addAndGet(count);
    }

    void release(int count) {
        taken.addAndGet(-count);
    }
}
