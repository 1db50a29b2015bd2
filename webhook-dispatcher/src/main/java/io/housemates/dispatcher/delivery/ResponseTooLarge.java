package io.housemates.dispatcher.delivery;

/** A receiver sends more than is read. */
final class ResponseTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResponseTooLarge() {
        super("response too large", null, false, false);
    }
}
