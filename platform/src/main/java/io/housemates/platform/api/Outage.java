package io.housemates.platform.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/** Tells a database that is away, which passes, from a request that went wrong. */
final class Outage {

    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** PostgreSQL error classes: connection exception, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private Outage() {
    }

    static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (lostConnection(cause) || cause instanceof TimeoutException || refusedByServer(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lostConnection(Throwable cause) {
        return cause instanceof ClosedConnectionException
                || cause instanceof IOException && !(cause instanceof JsonProcessingException);
    }

    private static boolean refusedByServer(Throwable cause) {
        return cause instanceof PgException pg && pg.getSqlState() != null
                && CLASSES.contains(pg.getSqlState().substring(0, 2));
    }
}
