package io.housemates.dispatcher.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;

/** One attempt on the wire: owns the deadline over everything, and ends exactly once. */
final class Exchange {

    private final Vertx vertx;
    private final WireClient client;
    private final WireRequest message;
    private final Duration deadline;
    private final Promise<WireResponse> end = Promise.promise();
    private final long started = System.nanoTime();

    private Stage stage = Stage.RESOLVE;
    private HttpClientRequest request;
    private boolean kept;
    private Integer statusCode;
    private Phases phases = Phases.NONE;

    Exchange(Vertx vertx, WireClient client, WireRequest message, Duration deadline) {
        this.vertx = vertx;
        this.client = client;
        this.message = message;
        this.deadline = deadline;
    }

    Future<AttemptResult> run() {
        long timer = vertx.setTimer(deadline.toMillis(), fired -> end.tryFail(new DeadlinePassed(stage)));
        client.connect(message.destination(), this::vetted)
                .compose(this::post)
                .recover(this::onceMore)
                .compose(this::read)
                .onSuccess(end::tryComplete)
                .onFailure(end::tryFail);
        return end.future()
                .onComplete(ended -> vertx.cancelTimer(timer))
                .onFailure(failure -> cutOff())
                .transform(ended -> Future.succeededFuture(ended.succeeded() ? answer(ended.result()) : broken(ended.cause())));
    }

    private void vetted() {
        stage = Stage.CONNECT;
        phases = phases.resolvedAt(elapsed());
    }

    private Future<HttpClientResponse> post(HttpClientRequest opened) {
        request = opened;
        kept = KeptConnection.isOne(opened.connection());
        if (!kept) {
            InterimAnswers.passOver(opened.connection());
        }
        phases = phases.connectedAt(connected(opened), message.destination().tls() ? elapsed() : null);
        if (end.future().isComplete()) {
            cutOff();
            return Future.failedFuture(new DeadlinePassed(stage));
        }
        stage = Stage.ANSWER;
        request.headers().setAll(message.headers());
        return request.send(message.body());
    }

    /**
     * A kept connection that ends before any answer says nothing about the endpoint, which may close it at any moment: the same
     * request goes out again at once, on a connection of its own. If it had been received after all, its id tells.
     */
    private Future<HttpClientResponse> onceMore(Throwable failure) {
        boolean closed = failure instanceof HttpClosedException || failure instanceof IOException;
        if (!kept || !closed || stage != Stage.ANSWER || end.future().isComplete()) {
            return Future.failedFuture(failure);
        }
        stage = Stage.CONNECT;
        return client.connectAnew(message.destination()).compose(this::post);
    }

    private Future<WireResponse> read(HttpClientResponse response) {
        stage = Stage.BODY;
        phases = phases.answeredAt(elapsed());
        statusCode = response.statusCode();
        ResponseBody body = new ResponseBody();
        Promise<WireResponse> complete = Promise.promise();
        response.exceptionHandler(complete::tryFail);
        response.handler(chunk -> {
            try {
                body.append(chunk);
            } catch (ResponseTooLarge tooLarge) {
                complete.tryFail(tooLarge);
            }
        });
        response.endHandler(done -> {
            try {
                complete.tryComplete(new WireResponse(statusCode, response.getHeader("Retry-After"),
                        body.head(response.getHeader("Content-Encoding"))));
            } catch (ResponseTooLarge bomb) {
                complete.tryFail(bomb);
            }
        });
        return complete.future();
    }

    /** A kept-alive connection was there before; of a new one TLS tells when TCP was connected. */
    private Duration connected(HttpClientRequest opened) {
        Long tcp = TimedTls.connectedAt(opened.connection());
        Duration known = tcp == null ? elapsed() : Duration.ofNanos(tcp - started);
        return known.compareTo(phases.resolved()) < 0 ? phases.resolved() : known;
    }

    /** A connection whose answer was not read to the end cannot be used again. */
    private void cutOff() {
        if (request != null) {
            request.reset();
        }
    }

    private AttemptResult answer(WireResponse response) {
        return new AttemptResult(Classification.of(response, Instant.now()), response.head(), phases, elapsed());
    }

    private AttemptResult broken(Throwable failure) {
        Outcome outcome = Classification.of(failure, stage, statusCode);
        String why = outcome instanceof Outcome.Blocked blocked ? blocked.why() : null;
        return new AttemptResult(outcome, why, phases, elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
