package io.housemates.booking.booking;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What has come back, or is going to, of the deposit that a booking cost.
 *
 * What is told of it may come in any order, so the state is not kept but concluded.
 *
 * @param due minor units of the booking's currency; null as long as it is not known
 * @param refunded minor units, all refunds together
 * @param refundedAt when the latest refund was made, null before
 * @param failedAt when the latest try failed, null before
 */
@Embeddable
public record Refund(@Column(name = "refund_due") Long due, long refunded, Instant refundedAt,
        @Column(name = "refund_failed_at") Instant failedAt) {

    static final Refund NOTHING = new Refund(null, 0, null, null);

    Refund expecting(Long newDue) {
        return new Refund(newDue, refunded, refundedAt, failedAt);
    }

    /** @param total what has come back so far, the latest refund included */
    Refund madeUpTo(long total, Instant at) {
        long now = isAfter(failedAt, at) ? refunded : Math.max(refunded, total);
        return new Refund(due, now, later(refundedAt, at), failedAt);
    }

    /** No more comes back than has: only what was expected beyond that is given up, a bank may still send back what came. */
    Refund declined() {
        return expecting(due == null ? refunded : Math.min(due, refunded));
    }

    /** @param total what is back all the same, a bank may have taken back what it gave; null when that was not told */
    Refund failed(Long total, Instant at) {
        boolean known = total == null || isAfter(refundedAt, at) || isAfter(failedAt, at);
        return new Refund(due, known ? refunded : total, refundedAt, later(failedAt, at));
    }

    /** @param paid minor units */
    RefundState state(long paid, boolean cancelled) {
        boolean owed = due == null ? cancelled && refunded == 0 : due > refunded;
        if (refunded > 0 && refunded >= paid) {
            return RefundState.REFUNDED;
        }
        if (owed && failedLast()) {
            return RefundState.FAILED;
        }
        if (refunded > 0) {
            return RefundState.PARTIAL;
        }
        return owed ? RefundState.PENDING : RefundState.NONE;
    }

    private boolean failedLast() {
        return failedAt != null && (refundedAt == null || failedAt.isAfter(refundedAt));
    }

    private static Instant later(Instant one, Instant other) {
        return isAfter(one, other) ? one : other;
    }

    /** @param one null for never */
    private static boolean isAfter(Instant one, Instant other) {
        return one != null && one.isAfter(other);
    }
}
