package io.housemates.dashboard.webhook;

/** A line among the additional headers that is none. */
class UnreadableHeaderException extends RuntimeException {

    UnreadableHeaderException() {
        super("Each line must be a header's name, a colon and its value.", null, false, false);
    }
}
