package io.housemates.localstack;

/** Why the stack cannot run, in words for the person at the terminal. */
public final class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
