package io.housemates.checkout.session;

import java.util.Arrays;

/** Why the money of a checkout without a booking goes back, as far as students are told. */
public enum MoneyBack {
    SOLD_OUT("sold out"),
    TOO_LATE("paid after the session was over"),
    DETAILS_MISSING("details never came"),
    /** What people at Stripe, at a bank or among us decided, or what was paid otherwise than agreed. */
    OTHERWISE("otherwise");

    private final String reason;

    MoneyBack(String reason) {
        this.reason = reason;
    }

    /** As the refund keeps it. */
    String reason() {
        return reason;
    }

    static MoneyBack of(String reason) {
        return Arrays.stream(values()).filter(why -> why.reason.equals(reason)).findFirst().orElse(OTHERWISE);
    }
}
