package io.housemates.dispatcher.delivery;

/**
 * How many attempts one endpoint gets at once: grows by one with each full round of successes that used all of it, halves when
 * the endpoint is overloaded.
 */
final class ConcurrencyLimit {

    private final int most;
    private double limit;
    private long lastShrink = Long.MIN_VALUE;

    ConcurrencyLimit(int initial, int most) {
        this.limit = initial;
        this.most = most;
    }

    int current() {
        return (int) limit;
    }

    /**
     * @param underWay attempts at the end of this one, which is among them; fewer than the limit tell nothing about more
     * @param startedAt of the attempt; answers to attempts from before the last cut tell nothing about the new limit
     */
    void note(EndpointSign sign, int underWay, long startedAt, long now) {
        switch (sign) {
            case HEALTHY -> limit = underWay < current() ? limit : Math.min(most, limit + 1 / limit);
            case OVERLOADED -> shrink(startedAt, now);
            case FAILING, REFUSING -> {
            }
        }
    }

    private void shrink(long startedAt, long now) {
        if (lastShrink == Long.MIN_VALUE || startedAt - lastShrink > 0) {
            limit = Math.max(1, limit / 2);
            lastShrink = now;
        }
    }
}
