package io.housemates.booking.booking;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How a booking was given up, and what was agreed for that.
 *
 * @param terms null when they are not known
 * @param at null unless cancelled
 * @param reason null unless cancelled
 */
@Embeddable
public record Cancellation(
        @Column(name = "cancellation_terms") @Convert(converter = CancellationTermsColumn.class) CancellationTerms terms,
        @Column(name = "cancelled_at") Instant at,
        @Column(name = "cancellation_reason") @Enumerated(EnumType.STRING) CancellationReason reason) {

    static final Cancellation NONE = under(null);

    static Cancellation under(CancellationTerms terms) {
        return new Cancellation(terms, null, null);
    }

    Cancellation made(CancellationReason newReason, Instant now) {
        return new Cancellation(terms, now, newReason);
    }

    /** Minor units of {@code paid} that come back; null when only checkout knows. */
    Long refundDue(long paid) {
        if (paid == 0) {
            return 0L;
        }
        return terms == null ? null : terms.due(reason, at, paid);
    }
}
