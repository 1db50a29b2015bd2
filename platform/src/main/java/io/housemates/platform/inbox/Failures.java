package io.housemates.platform.inbox;

import io.housemates.platform.event.UnreadableEventException;
import io.vertx.pgclient.PgException;

/** Tells a fault that may pass from a record that can never be handled. */
public final class Failures {

    private static final String DATA_EXCEPTION = "22";
    private static final String INTEGRITY_VIOLATION = "23";

    private Failures() {
    }

    public static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEventException || cause instanceof NullPointerException
                    || cause instanceof ClassCastException || cause instanceof IllegalArgumentException
                    || refusedByDatabase(cause)) {
                return false;
            }
        }
        return true;
    }

    /** Names the kind of failure and, where it cannot hold personal data, its message. */
    public static String reason(Throwable failure) {
        return failure instanceof UnreadableEventException ? failure.getMessage() : failure.getClass().getSimpleName();
    }

    private static boolean refusedByDatabase(Throwable cause) {
        return cause instanceof PgException pg && pg.getSqlState() != null
                && (pg.getSqlState().startsWith(DATA_EXCEPTION) || pg.getSqlState().startsWith(INTEGRITY_VIOLATION));
    }
}
