package io.housemates.booking.booking;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A bank's claim on the payment of a booking; what is told of it may come in any order. */
@Embeddable
public record Dispute(@Column(name = "dispute_state") @Enumerated(EnumType.STRING) DisputeState state,
        @Column(name = "dispute_changed_at") Instant changedAt) {

    /** @param known null before the first */
    static Dispute later(Dispute known, Dispute told) {
        return known == null || told.changedAt.isAfter(known.changedAt) ? told : known;
    }
}
