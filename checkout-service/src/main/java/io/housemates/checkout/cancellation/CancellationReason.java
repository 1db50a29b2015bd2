package io.housemates.checkout.cancellation;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a booking is given up, as events name it; what comes back depends on it. */
public enum CancellationReason {

    COOLING_OFF("cooling_off"),
    VISA("visa"),
    UNIVERSITY_PLACE("university_place"),
    OPERATOR("operator"),
    STUDENT("student"),
    PAYMENT_DISPUTE("payment_dispute");

    private final String text;

    CancellationReason(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for a reason that is not known here */
    @JsonCreator
    static CancellationReason of(String text) {
        return Arrays.stream(values()).filter(reason -> reason.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No reason to cancel"));
    }
}
