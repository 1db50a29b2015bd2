package io.housemates.platform.inbox;

import java.util.stream.Stream;

import io.housemates.platform.DatabaseFailure;
import io.housemates.platform.event.UnreadableEventException;

/** Tells a fault that may pass from a record that can never be handled. */
public final class Failures {

    private Failures() {
    }

    public static boolean mayPass(Throwable failure) {
        return !DatabaseFailure.isRefusal(failure)
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause).noneMatch(Failures::isLasting);
    }

    /** Names the kind of failure and, where it cannot hold personal data, its message. */
    public static String reason(Throwable failure) {
        if (failure instanceof UnreadableEventException) {
            return failure.getMessage();
        }
        String name = failure.getClass().getSimpleName();
        return failure.getCause() == null ? name : name + ": " + reason(failure.getCause());
    }

    private static boolean isLasting(Throwable cause) {
        return cause instanceof UnreadableEventException || cause instanceof NullPointerException
                || cause instanceof ClassCastException || cause instanceof IllegalArgumentException
                || cause instanceof ArithmeticException;
    }
}
