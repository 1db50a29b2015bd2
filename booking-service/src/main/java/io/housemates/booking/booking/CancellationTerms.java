package io.housemates.booking.booking;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What comes back of the deposit when a booking is cancelled, as it was agreed when the room was sold. Checkout decides by
 * the same terms; here they tell beforehand what to expect.
 *
 * @param coolingOffEnds the end of the cooling-off period, not included
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CancellationTerms(Instant coolingOffEnds, List<Share> refunds) {

    public CancellationTerms {
        requireNonNull(coolingOffEnds, "coolingOffEnds");
        requireNonNull(refunds, "refunds");
    }

    /** @return so much, rounded down, of {@code paid} minor units; null for a reason the terms do not name */
    Long due(CancellationReason reason, Instant at, long paid) {
        return refunds.stream().filter(share -> share.isFor(reason)).findFirst()
                .map(share -> paid * (at.isBefore(coolingOffEnds) ? share.coolingOff() : share.later()) / 100)
                .orElse(null);
    }

    /**
     * What one reason gives.
     *
     * @param reason as {@link CancellationReason#text}
     * @param coolingOff percentage before the cooling-off period ends
     * @param later percentage from then on
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Share(String reason, int coolingOff, int later) {

        public Share {
            requireNonNull(reason, "reason");
        }

        boolean isFor(CancellationReason other) {
            return reason.equals(other.text());
        }
    }
}
