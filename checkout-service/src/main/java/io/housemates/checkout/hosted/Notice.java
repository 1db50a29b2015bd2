package io.housemates.checkout.hosted;

/** Why it does not go on; the words are in the template. */
enum Notice {
    SOLD_OUT(409),
    EXPIRED(410),
    CANCELLED(200),
    REFUNDED(200),
    IN_DOUBT(200),
    UNKNOWN(404),
    FORGED(403),
    TOO_MANY(429),
    BROKEN(503);

    private final int status;

    Notice(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
