package io.housemates.checkout.idempotency;

/** The first answer to a key. */
record StoredAnswer(int status, String body) {

    @Override
    public String toString() {
        return "StoredAnswer[status=" + status + "]";
    }
}
