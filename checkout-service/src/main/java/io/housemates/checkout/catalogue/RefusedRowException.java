package io.housemates.checkout.catalogue;

/** A row of a catalogue document that cannot be taken; the message says why. */
class RefusedRowException extends RuntimeException {

    RefusedRowException(String reason) {
        super(reason, null, false, false);
    }

    static <T> T require(T value, String name) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new RefusedRowException(name + " is missing.");
        }
        return value;
    }
}
