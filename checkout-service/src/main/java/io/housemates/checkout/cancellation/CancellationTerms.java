package io.housemates.checkout.cancellation;

import java.time.Instant;
import java.util.List;

/**
 * What comes back of the deposit of one booking when it is cancelled: {@link CancellationPolicy} with its dates filled in,
 * as {@code checkout.completed} carries it.
 *
 * @param coolingOffEnds the end of the cooling-off period, not included
 * @param refunds one for each reason
 */
public record CancellationTerms(Instant coolingOffEnds, List<Share> refunds) {

    /** The percentage of what was paid that comes back in all. */
    public int percent(CancellationReason reason, Instant cancelledAt) {
        Share share = refunds.stream().filter(each -> each.reason() == reason).findFirst().orElseThrow();
        return cancelledAt.isBefore(coolingOffEnds) ? share.coolingOff() : share.later();
    }

    /**
     * What one reason gives, in percent of what was paid.
     *
     * @param coolingOff before the cooling-off period ends
     * @param later from then on
     */
    public record Share(CancellationReason reason, int coolingOff, int later) {
    }
}
