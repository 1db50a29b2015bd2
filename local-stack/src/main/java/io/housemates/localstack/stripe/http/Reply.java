package io.housemates.localstack.stripe.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The way back to the caller: sends the one answer, or lets the caller wait in vain. */
final class Reply {

    private final HttpServerRequest request;
    private final LoggedRequest log;

    Reply(HttpServerRequest request, LoggedRequest log) {
        this.request = request;
        this.log = log;
    }

    void send(Answer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        log.answered(answer);
        response.setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json")
                .putHeader("Request-Id", log.id());
        echo("Idempotency-Key");
        echo("Stripe-Version");
        answer.replayOf().ifPresent(
                original -> response.putHeader("Idempotent-Replayed", "true").putHeader("Original-Request", original));
        if (answer.status() == 401) {
            response.putHeader("WWW-Authenticate", "Basic realm=\"Stripe\"");
        }
        response.end(answer.body());
    }

    /** Cuts the connection without a word. */
    void cut() {
        request.connection().close();
    }

    void faulted(String kind) {
        log.faulted(kind);
    }

    private void echo(String header) {
        String value = request.getHeader(header);
        if (value != null) {
            request.response().putHeader(header, value);
        }
    }
}
