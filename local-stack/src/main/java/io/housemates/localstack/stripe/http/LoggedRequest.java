package io.housemates.localstack.stripe.http;

import java.time.Instant;

/** A line of the request log; changes once, when the answer leaves. Its fields are its JSON. */
final class LoggedRequest {

    private final String id;
    private final String at;
    private final String method;
    private final String path;
    private final String idempotencyKey;
    /** 0 while there is no answer, and for ever if a fault swallowed it. */
    private int status;
    private boolean replayed;
    private String fault;

    LoggedRequest(String id, Instant at, String method, String path, String idempotencyKey) {
        this.id = id;
        this.at = at.toString();
        this.method = method;
        this.path = path;
        this.idempotencyKey = idempotencyKey;
    }

    String id() {
        return id;
    }

    void answered(Answer answer) {
        status = answer.status();
        replayed = answer.replayOf().isPresent();
    }

    void faulted(String kind) {
        fault = kind;
    }

    boolean matches(String wantedMethod, String wantedPath) {
        return (wantedMethod == null || wantedMethod.equalsIgnoreCase(method))
                && (wantedPath == null || wantedPath.equals(path));
    }
}
