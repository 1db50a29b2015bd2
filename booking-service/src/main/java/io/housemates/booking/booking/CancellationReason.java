package io.housemates.booking.booking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a booking is given up; what is refunded depends on it. */
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

    /** As requests, answers and events name it. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The operator's own reasons, and what Stripe tells, are not a partner's to claim: money depends on them. */
    boolean mayBeGivenBy(Actor actor) {
        return actor != Actor.PARTNER || this != OPERATOR && this != PAYMENT_DISPUTE;
    }

    static Optional<CancellationReason> of(String text) {
        return Arrays.stream(values()).filter(reason -> reason.text.equals(text)).findFirst();
    }

    static List<String> textsFor(Actor actor) {
        return Arrays.stream(values()).filter(reason -> reason.mayBeGivenBy(actor)).map(CancellationReason::text).toList();
    }
}
