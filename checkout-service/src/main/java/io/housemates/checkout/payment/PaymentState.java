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

    /** Nothing that Stripe tells can change these. */
    private boolean isFinal() {
        return this == CANCELLED || this == FAILED || this == REFUNDED;
    }

    /** Our own books decide from here; Stripe need not be asked whether it was paid. */
    public boolean isSettled() {
        return isFinal() || isPaid() || isRefunding();
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
            case SUCCEEDED -> EnumSet.of(REFUND_PENDING, REFUNDED);
            case REFUND_PENDING -> EnumSet.of(REFUNDED, REFUND_FAILED);
            case REFUND_FAILED -> EnumSet.of(REFUND_PENDING, REFUNDED);
            case REFUNDED, CANCELLED, FAILED -> EnumSet.noneOf(PaymentState.class);
        };
    }
}
