package io.housemates.dashboard.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/**
 * Stands in for the booking service and the webhook dispatcher: answers in their envelope what a test told it to, 401 to
 * strangers and 404 to everything else.
 */
public final class StandIn {

    public static final String PARTNER = "01K4PARTNER000000000000001";
    public static final String TOKEN = "good-token";

    /** @param body as it came */
    public record Received(String method, String uri, String body) {

        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    private record Answer(int status, String message, Object data) {

        String envelope() {
            return new JsonObject().put("success", status < 400).put("code", 0).put("locale", "en").put("message", message)
                    .put("data", data).encode();
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> pictures = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int port;

    StandIn() {
        listen();
    }

    /** @param call method and path, for example {@code GET /api/bookings} */
    public StandIn answers(String call, JsonObject data) {
        answers.put(call, new Answer(200, "OK", data));
        return this;
    }

    public StandIn refuses(String call, int status, String message, Object data) {
        answers.put(call, new Answer(status, message, data));
        return this;
    }

    /** A picture, to everybody. */
    public StandIn shows(String path, String picture) {
        pictures.put(path, picture);
        return this;
    }

    /** Forgets all answers and what was received. */
    public StandIn reset() {
        answers.clear();
        pictures.clear();
        received.clear();
        return this;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Nothing listens from now on. */
    public void goAway() {
        await(server.close());
    }

    public void comeBack() {
        listen();
    }

    void end() {
        await(vertx.close());
    }

    String url() {
        return "http://localhost:" + port;
    }

    private void listen() {
        server = await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body.toString())))
                .listen(port, "localhost"));
        port = server.actualPort();
    }

    private void answer(HttpServerRequest request, String body) {
        received.add(new Received(request.method().name(), request.uri(), body));
        if (pictures.containsKey(request.path())) {
            request.response().putHeader("Content-Type", "image/png").end(pictures.get(request.path()));
            return;
        }
        Answer answer = isKnown(request)
                ? answers.getOrDefault(request.method() + " " + request.path(), new Answer(404, "api.not_found", null))
                : new Answer(401, "api.unauthenticated", null);
        request.response().setStatusCode(answer.status()).putHeader("Content-Type", "application/json")
                .end(answer.envelope());
    }

    private static boolean isKnown(HttpServerRequest request) {
        return ("Bearer " + TOKEN).equals(request.getHeader("Authorization"))
                && PARTNER.equals(request.getHeader("X-API-PARTNER-ID"));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
