package io.housemates.checkout.payment;

import java.util.EnumSet;
import java.util.Set;

/**
 * Our mirror of a PaymentIntent and of its refund. UNKNOWN: we asked Stripe and got no answer; only the reconciler leaves it.
 */
public enum PaymentState {
    INIT,
    UNKNOWN,
    AWAITING_METHOD,
    PROCESSING,
    SUCCEEDED,
    REFUND_PENDING,
    REFUND_FAILED,
    REFUNDED,
    CANCELLED,
    FAILED;

    boolean canBecome(PaymentState next) {
        return next(this).contains(next);
    }

    /** Nothing can be booked for it any more; what was paid and is not on its way back may go back at Stripe at any time. */
    public boolean isSettled() {
        return this == CANCELLED || this == FAILED || isRefunding() || isRefunded();
    }

    /** The money came; some or all of it may be on its way back. */
    public boolean wasPaid() {
        return isPaid() || isRefunding() || isRefunded();
    }

    public boolean isRefunded() {
        return this == REFUNDED;
    }

    /** The money is with us. */
    public boolean isPaid() {
        return this == SUCCEEDED;
    }

    public boolean isRefunding() {
        return this == REFUND_PENDING || this == REFUND_FAILED;
    }

    private static Set<PaymentState> next(PaymentState state) {
        return switch (state) {
            case INIT -> EnumSet.of(AWAITING_METHOD, UNKNOWN, CANCELLED, FAILED);
            case UNKNOWN -> EnumSet.of(AWAITING_METHOD, PROCESSING, SUCCEEDED, CANCELLED, FAILED);
            case AWAITING_METHOD -> EnumSet.of(PROCESSING, SUCCEEDED, CANCELLED);
            case PROCESSING -> EnumSet.of(AWAITING_METHOD, SUCCEEDED, CANCELLED);
            // which of the four it is follows from the refunds: part may be back, and banks send back what they took
            case SUCCEEDED -> EnumSet.of(REFUND_PENDING, REFUND_FAILED, REFUNDED);
            case REFUND_PENDING -> EnumSet.of(SUCCEEDED, REFUND_FAILED, REFUNDED);
            case REFUND_FAILED -> EnumSet.of(SUCCEEDED, REFUND_PENDING, REFUNDED);
            case REFUNDED -> EnumSet.of(SUCCEEDED, REFUND_PENDING, REFUND_FAILED);
            case CANCELLED, FAILED -> EnumSet.noneOf(PaymentState.class);
        };
    }
}
