package io.housemates.checkout.payment;

import java.util.EnumSet;
import java.util.Set;

/** NEEDS_RESPONSE → UNDER_REVIEW → WON | LOST; banks may ask again, and change their mind. */
public enum DisputeState {
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    WON,
    LOST;

    boolean canBecome(DisputeState next) {
        return next(this).contains(next);
    }

    /** Nobody has decided yet. */
    public boolean isOpen() {
        return this == NEEDS_RESPONSE || this == UNDER_REVIEW;
    }

    /** Source: Stripe, "The Dispute object", status; a dispute that was prevented was paid back. */
    static DisputeState of(String status) {
        return switch (status) {
            case "needs_response", "warning_needs_response" -> NEEDS_RESPONSE;
            case "won", "warning_closed" -> WON;
            case "lost", "prevented" -> LOST;
            default -> UNDER_REVIEW;
        };
    }

    private static Set<DisputeState> next(DisputeState state) {
        return switch (state) {
            case NEEDS_RESPONSE -> EnumSet.of(UNDER_REVIEW, WON, LOST);
            case UNDER_REVIEW -> EnumSet.of(NEEDS_RESPONSE, WON, LOST);
            case WON -> EnumSet.of(NEEDS_RESPONSE, UNDER_REVIEW, LOST);
            case LOST -> EnumSet.of(NEEDS_RESPONSE, UNDER_REVIEW, WON);
        };
    }
}
