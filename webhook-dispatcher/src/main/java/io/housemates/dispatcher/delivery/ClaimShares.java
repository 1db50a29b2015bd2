package io.housemates.dispatcher.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many due deliveries each endpoint gets with the next claim: equal shares for all that want something. Where those are too
 * many for one claim, the rest of them get theirs with the next: they come in another order each time.
 */
final class ClaimShares {

    private static final int LARGEST_CLAIM = 512;
    /** For an endpoint of which nothing claimed waits here, however full others, or new events, have made the memory. */
    private static final int LEAST = 8;

    private ClaimShares() {
    }

    /** @param left how many more may wait in memory */
    static Map<String, Integer> of(List<Lane> due, int left, long now) {
        int budget = Math.min(LARGEST_CLAIM, left);
        int share = Math.max(1, due.isEmpty() ? 0 : budget / due.size());
        int given = 0;
        Map<String, Integer> shares = new LinkedHashMap<>();
        for (Lane lane : due) {
            int least = lane.claimed() == 0 && given < LARGEST_CLAIM ? LEAST : 0;
            int room = Math.min(Math.max(least, Math.min(share, budget)), lane.claimRoom(now));
            if (room > 0) {
                shares.put(lane.subscriptionId, room);
                budget -= room;
                given += room;
            }
        }
        return shares;
    }
}
