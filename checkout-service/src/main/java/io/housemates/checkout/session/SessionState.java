package io.housemates.checkout.session;

import java.util.EnumSet;
import java.util.Set;

/** OPEN → DETAILS_SAVED → COMPLETED; side exits EXPIRED, CANCELLED, NEEDS_ATTENTION (paid, but details missing). */
enum SessionState {
    OPEN,
    DETAILS_SAVED,
    NEEDS_ATTENTION,
    COMPLETED,
    EXPIRED,
    CANCELLED;

    boolean canBecome(SessionState next) {
        return next(this).contains(next);
    }

    boolean isOver() {
        return this == COMPLETED || this == EXPIRED || this == CANCELLED;
    }

    private static Set<SessionState> next(SessionState state) {
        return switch (state) {
            case OPEN -> EnumSet.of(DETAILS_SAVED, COMPLETED, NEEDS_ATTENTION, EXPIRED, CANCELLED);
            case DETAILS_SAVED -> EnumSet.of(DETAILS_SAVED, COMPLETED, EXPIRED, CANCELLED);
            case NEEDS_ATTENTION -> EnumSet.of(NEEDS_ATTENTION, COMPLETED, CANCELLED);
            case COMPLETED, EXPIRED, CANCELLED -> EnumSet.noneOf(SessionState.class);
        };
    }
}
