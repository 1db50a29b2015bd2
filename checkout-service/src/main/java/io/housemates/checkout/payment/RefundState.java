package io.housemates.checkout.payment;

import java.util.EnumSet;
import java.util.Set;

/** PENDING → SUCCEEDED | FAILED. DROPPED: somebody at Stripe gave back what it was for. */
public enum RefundState {
    PENDING,
    SUCCEEDED,
    FAILED,
    DROPPED;

    boolean canBecome(RefundState next) {
        return next(this).contains(next);
    }

    private static Set<RefundState> next(RefundState state) {
        return switch (state) {
            case PENDING -> EnumSet.of(SUCCEEDED, FAILED, DROPPED);
            case FAILED -> EnumSet.of(PENDING, SUCCEEDED, DROPPED);
            // banks send money back that they took at first
            case SUCCEEDED -> EnumSet.of(FAILED);
            case DROPPED -> EnumSet.noneOf(RefundState.class);
        };
    }
}
