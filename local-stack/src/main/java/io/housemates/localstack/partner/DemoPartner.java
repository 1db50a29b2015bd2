package io.housemates.localstack.partner;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * The end of the way: a partner's endpoint that verifies every webhook and keeps what it received.
 *
 * <ul>
 * <li>{@code POST /webhooks} the endpoint to subscribe</li>
 * <li>{@code GET /received} array of {@link ReceivedWebhook}, oldest first; {@code DELETE /received} forgets them</li>
 * <li>{@code POST /secrets} {@code {"secret":"whsec_…"}} a further secret to verify with</li>
 * <li>{@code POST /behaviour} a {@link Behaviour}; {@code {}} is as usual</li>
 * </ul>
 */
public final class DemoPartner implements AutoCloseable {

    private static final int KEPT = 10_000;

    private final Vertx vertx = Vertx.vertx();
    private final SignatureCheck signatures = new SignatureCheck();
    private final Queue<ReceivedWebhook> received = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(Behaviour.USUAL);
    private final HttpServer server;

    private DemoPartner(int port) {
        server = await(vertx.createHttpServer().requestHandler(routes()).listen(port));
    }

    /** @param port 0 for any free one */
    public static DemoPartner start(int port) {
        return new DemoPartner(port);
    }

    public String baseUrl() {
        return "http://localhost:" + server.actualPort();
    }

    /** The URL to subscribe. */
    public String webhookUrl() {
        return baseUrl() + "/webhooks";
    }

    public void trust(String secret) {
        signatures.trust(secret);
    }

    public void behave(Behaviour next) {
        behaviour.set(next);
    }

    public List<ReceivedWebhook> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private Router routes() {
        var router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(1024 * 1024));
        router.post("/webhooks").handler(this::receive);
        router.get("/received").handler(request -> answer(request, received));
        router.delete("/received").handler(this::forget);
        router.post("/secrets").handler(orBadRequest(this::learnSecret));
        router.post("/behaviour").handler(orBadRequest(this::changeBehaviour));
        return router;
    }

    private void receive(RoutingContext request) {
        Behaviour now = behaviour.getAndUpdate(Behaviour::next);
        byte[] body = request.body().buffer() == null ? new byte[0] : request.body().buffer().getBytes();
        Map<String, String> headers = request.request().headers().entries().stream()
                .collect(
                        Collectors.toMap(header -> header.getKey().toLowerCase(), Map.Entry::getValue, (a, b) -> a + ", " + b));
        received.add(ReceivedWebhook.of(headers, body, signatures.accepts(headers, body), now.answered()));
        if (received.size() > KEPT) {
            received.poll();
        }
        if (now.hang()) {
            return;
        }
        HttpServerResponse response = request.response().setStatusCode(now.status());
        now.headers().forEach(response::putHeader);
        if (now.delayMs() > 0) {
            vertx.setTimer(now.delayMs(), due -> response.end());
        } else {
            response.end();
        }
    }

    private void forget(RoutingContext request) {
        received.clear();
        answer(request, Map.of("received", 0));
    }

    private void learnSecret(RoutingContext request) {
        trust(request.body().asJsonObject().getString("secret"));
        answer(request, Map.of("accepted", true));
    }

    private void changeBehaviour(RoutingContext request) {
        behave(request.body().asPojo(Behaviour.class));
        answer(request, behaviour.get());
    }

    /** What cannot be understood is the caller's mistake. */
    private static Handler<RoutingContext> orBadRequest(Handler<RoutingContext> handler) {
        return request -> {
            try {
                handler.handle(request);
            } catch (RuntimeException e) {
                request.response().setStatusCode(400).end();
            }
        };
    }

    private static void answer(RoutingContext request, Object body) {
        request.response().putHeader("Content-Type", "application/json").end(Json.encode(body));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The demo partner failed", e);
        }
    }
}
