package io.housemates.checkout.hosted;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.housemates.checkout.session.MoneyBack;

/** Why it does not go on; the words are in the template. */
enum Notice {
    SOLD_OUT(409, true),
    EXPIRED(410, false),
    CANCELLED(200, false),
    /** The money goes back, because no room was left when it came. */
    REFUNDED(200, false),
    REFUNDED_LATE(200, false),
    REFUNDED_DETAILS(200, false),
    REFUNDED_OTHERWISE(200, false),
    UNKNOWN(404, false),
    NO_PAGE(404, true),
    FORGED(403, true),
    UNREADABLE(400, true),
    TOO_MANY(429, true),
    BROKEN(503, true);

    private final int status;
    private final boolean passing;

    /** @param passing whether it may go on when it is tried again */
    Notice(int status, boolean passing) {
        this.status = status;
        this.passing = passing;
    }

    boolean isPassing() {
        return passing;
    }

    int status() {
        return status;
    }

    static Notice of(MoneyBack why) {
        return switch (why) {
            case SOLD_OUT -> REFUNDED;
            case TOO_LATE -> REFUNDED_LATE;
            case DETAILS_MISSING -> REFUNDED_DETAILS;
            case OTHERWISE -> REFUNDED_OTHERWISE;
        };
    }

    /** By the last part of an address, {@code sold-out}. */
    static Optional<Notice> at(String page) {
        return Stream.of(values()).filter(notice -> notice.page().equals(page)).findFirst();
    }

    private String page() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
