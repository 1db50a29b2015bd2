package io.housemates.acceptance.webhook;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.acceptance.support.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Many endpoints behind one port, each a path, at some distance: every answer takes a moment. */
final class Crowd implements AutoCloseable {

    private static final int DISTANCE_MILLIS = 10;

    /** One request as it came, in the order of coming. */
    record Arrival(String endpoint, String eventId, String bookingId, String type, int attempt, boolean personal, long at) {

        /** What a partner who dedupes sees of it. */
        String once() {
            return endpoint + " " + eventId;
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Set<String> distinct = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    Crowd() {
        server = vertx.createHttpServer().requestHandler(request -> request.body().onSuccess(body -> receive(request, body)))
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    String url(String endpoint) {
        return "http://127.0.0.1:" + server.actualPort() + "/" + endpoint;
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    int count() {
        return distinct.size();
    }

    boolean hasAll(Collection<String> expected) {
        return distinct.size() >= expected.size() && distinct.containsAll(expected);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void receive(HttpServerRequest request, Buffer bytes) {
        JsonNode body = Json.parse(bytes.toString());
        var arrival = new Arrival(request.path().substring(1), request.getHeader("webhook-id"),
                body.at("/payload/booking/id").asText(), body.path("type").asText(),
                Integer.parseInt(request.getHeader("webhook-attempt")), body.at("/payload/resident/email").isTextual(),
                System.nanoTime());
        arrivals.add(arrival);
        distinct.add(arrival.once());
        vertx.setTimer(DISTANCE_MILLIS, passed -> request.response().end());
    }
}
