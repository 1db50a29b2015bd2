package io.housemates.dashboard.service;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.vertx.core.VertxException;

/** Tells a service that does not answer, which passes, from a request that went wrong here. */
public final class Outage {

    private Outage() {
    }

    /** Whether a connection was refused, broke, or brought nothing in time. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof VertxException || lostConnection(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lostConnection(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException);
    }
}
