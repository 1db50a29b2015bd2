package io.housemates.dispatcher.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** A partner's endpoint on loopback: keeps what it gets and answers as told. */
public final class Receiver implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Consumer<HttpServerRequest> answer;

    private Receiver(int port, Consumer<HttpServerRequest> answer) {
        this.answer = answer;
        server = vertx.createHttpServer().requestHandler(this::handle).listen(port, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().join();
    }

    public static Receiver answering(int status) {
        return answering(0, status);
    }

    public static Receiver answering(int port, int status) {
        return new Receiver(port, request -> request.response().setStatusCode(status).end("ok"));
    }

    public static Receiver answering(Consumer<HttpServerRequest> answer) {
        return new Receiver(0, answer);
    }

    public void answer(Consumer<HttpServerRequest> other) {
        answer = other;
    }

    public void answer(int status) {
        answer = request -> request.response().setStatusCode(status).end("ok");
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/webhooks?for=tests";
    }

    public int port() {
        return server.actualPort();
    }

    public List<Received> received() {
        return new ArrayList<>(received);
    }

    /** Which events came, in order of arrival. */
    public List<String> ids() {
        return received.stream().map(one -> one.headers().get("webhook-id")).toList();
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            received.add(new Received(request.headers(), body.toString(), System.nanoTime()));
            answer.accept(request);
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
