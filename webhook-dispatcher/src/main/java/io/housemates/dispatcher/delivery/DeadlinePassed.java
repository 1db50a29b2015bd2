package io.housemates.dispatcher.delivery;

/** The deadline over a whole attempt passed. */
final class DeadlinePassed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadlinePassed(Stage stage) {
        super("deadline passed at " + stage, null, false, false);
    }
}
