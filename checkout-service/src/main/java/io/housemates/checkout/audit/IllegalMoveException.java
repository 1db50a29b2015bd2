package io.housemates.checkout.audit;

/** A transition that the state machine does not have; the transaction that tried it rolls back. */
public class IllegalMoveException extends IllegalStateException {

    public IllegalMoveException(String entity, String id, Enum<?> from, Enum<?> to) {
        super("No way from " + from + " to " + to + " " + entity + "=" + id);
    }
}
