package io.housemates.dispatcher.delivery;

/** The attempts that may be under way in this instance, with room reserved for first attempts and for retries. */
final class Slots {

    private final int total;
    private final int mostOfOneKind;
    private int firsts;
    private int retries;

    Slots(int total, double share) {
        this.total = total;
        this.mostOfOneKind = Math.max(1, (int) (total * share));
    }

    boolean free(boolean first) {
        return firsts + retries < total && (first ? firsts : retries) < mostOfOneKind;
    }

    boolean full() {
        return firsts + retries >= total;
    }

    void take(boolean first) {
        if (first) {
            firsts++;
        } else {
            retries++;
        }
    }

    void release(boolean first) {
        if (first) {
            firsts--;
        } else {
            retries--;
        }
    }

    int taken() {
        return firsts + retries;
    }
}
