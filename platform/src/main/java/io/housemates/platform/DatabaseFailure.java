package io.housemates.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;

/** What a failed database call tells about trying again. */
public final class DatabaseFailure {

    /** PostgreSQL error classes: connection, rollback, resources, object not available, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57");
    /** PostgreSQL error classes: data exception, integrity violation. */
    private static final Set<String> LASTING = Set.of("22", "23");

    /** character_not_in_repertoire, and what JSON is told that escapes NUL: untranslatable_character. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");
    /** All that tells it from other failures of Vert.x. */
    private static final String NO_CONNECTION_FREE = "Timeout waiting for connection";

    private DatabaseFailure() {
    }

    /** The database is away or too busy: the same call may work later. */
    public static boolean mayPass(Throwable failure) {
        return causes(failure).anyMatch(cause -> lostConnection(cause) || PASSING.contains(sqlClass(cause)));
    }

    /** The database refused the data itself: the same call never works. */
    public static boolean isRefusal(Throwable failure) {
        return causes(failure).anyMatch(cause -> LASTING.contains(sqlClass(cause)));
    }

    /** A text holds what PostgreSQL cannot store, which is NUL only: whoever sent it is wrong, wherever it was. */
    public static boolean isUnstorableText(Throwable failure) {
        return causes(failure).anyMatch(cause -> UNSTORABLE.contains(sqlState(cause)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean lostConnection(Throwable cause) {
        return cause instanceof ClosedConnectionException || cause instanceof TimeoutException
                || cause instanceof IOException && !(cause instanceof JsonProcessingException)
                // what the client says of a connection that is closing, or that did not get free in time
                || cause instanceof NoStackTraceThrowable
                || cause instanceof VertxException && NO_CONNECTION_FREE.equals(cause.getMessage());
    }

    private static String sqlClass(Throwable cause) {
        String state = sqlState(cause);
        return state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** Hibernate replaces the client's exception by JDBC's. */
    private static String sqlState(Throwable cause) {
        String state = null;
        if (cause instanceof DatabaseException database) {
            state = database.getSqlState();
        } else if (cause instanceof SQLException sql) {
            state = sql.getSQLState();
        }
        return state == null ? "" : state;
    }
}
