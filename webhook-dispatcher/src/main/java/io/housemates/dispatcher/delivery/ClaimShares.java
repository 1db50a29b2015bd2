package io.housemates.dispatcher.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many due deliveries each endpoint gets with the next claim: equal shares for all that want something. */
final class ClaimShares {

    private static final int LARGEST_CLAIM = 512;
    /** For an endpoint of which nothing waits here, however full others have made the memory. */
    private static final int LEAST = 8;

    private ClaimShares() {
    }

    /** @param left how many more may wait in memory */
    static Map<String, Integer> of(List<Lane> due, int left, long now) {
        int budget = Math.min(LARGEST_CLAIM, left);
        int share = Math.max(1, due.isEmpty() ? 0 : budget / due.size());
        Map<String, Integer> shares = new LinkedHashMap<>();
        for (Lane lane : due) {
            int least = lane.queued() == 0 ? LEAST : 0;
            int room = Math.min(Math.max(least, Math.min(share, budget)), lane.claimRoom(now));
            if (room > 0) {
                shares.put(lane.subscriptionId, room);
                budget -= room;
            }
        }
        return shares;
    }
}
