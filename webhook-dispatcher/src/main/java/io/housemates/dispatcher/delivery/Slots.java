package io.housemates.dispatcher.delivery;

/**
 * The attempts that may be under way in this instance, with room reserved for first attempts, for retries, and for endpoints
 * that have few under way. However many an endpoint is allowed, it leaves a share of what is free to the others; a quarter is
 * for those with fewer than four under way, and the less of it is left, the fewer each of them gets. So endpoints that hang,
 * one after the other, do not take everything before there are dozens of them.
 */
final class Slots {

    private static final int FEW = 4;
    /** So large that a single endpoint gets two thirds. */
    private static final int SHARE = 8;

    private final int total;
    private final int mostOfOneKind;
    private int firsts;
    private int retries;

    Slots(int total, double share) {
        this.total = total;
        this.mostOfOneKind = Math.max(1, (int) (total * share));
    }

    /** @param underWay how many attempts the endpoint has under way */
    boolean free(boolean first, int underWay) {
        int left = left(first);
        int reserved = mostOfOneKind / 4;
        return underWay == 0 ? left > 0
                : underWay < FEW ? left * FEW > reserved * underWay : underWay < SHARE * (left - reserved);
    }

    private int left(boolean first) {
        return Math.min(total - taken(), mostOfOneKind - (first ? firsts : retries));
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
