package io.housemates.benchmarks;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;

/**
 * A fast receiver in a process of its own: answers at once and counts, or lets paths hang as told.
 *
 * <ul>
 * <li>{@code PUT /run?id=&expected=} starts to count anew</li>
 * <li>{@code GET /run} a {@link Received}</li>
 * <li>{@code PUT /hanging?path=} from now on this path gets no answer; {@code DELETE /hanging} all are answered again</li>
 * <li>{@code POST /…} a webhook</li>
 * </ul>
 */
final class SinkMain {

    private final Set<String> hanging = new HashSet<>();
    private final Set<HttpServerResponse> held = new HashSet<>();
    private Reception reception = new Reception("", 0);

    private SinkMain() {
    }

    public static void main(String[] arguments) {
        var sink = new SinkMain();
        Vertx.vertx().createHttpServer().requestHandler(sink::handle).listen(0, "127.0.0.1")
                .onSuccess(server -> System.out.println(server.actualPort()));
    }

    private void handle(HttpServerRequest request) {
        switch (request.method().name() + request.path()) {
            case "PUT/run" -> {
                reception = new Reception(request.getParam("id"), Integer.parseInt(request.getParam("expected")));
                request.response().end();
            }
            case "GET/run" -> request.response().end(Json.encode(reception.sum()));
            case "PUT/hanging" -> {
                hanging.add(request.getParam("path"));
                request.response().end();
            }
            case "DELETE/hanging" -> {
                release();
                request.response().end();
            }
            default -> receive(request);
        }
    }

    private void receive(HttpServerRequest request) {
        if (hanging.contains(request.path())) {
            held.add(request.response());
            request.response().exceptionHandler(cut -> held.remove(request.response()));
            request.response().closeHandler(cut -> held.remove(request.response()));
            return;
        }
        reception.note(EventId.parse(request.getHeader("webhook-id")), Instant.now());
        request.response().end();
    }

    private void release() {
        hanging.clear();
        Set.copyOf(held).forEach(HttpServerResponse::end);
        held.clear();
    }
}
