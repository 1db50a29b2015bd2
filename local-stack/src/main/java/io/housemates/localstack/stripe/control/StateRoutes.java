package io.housemates.localstack.stripe.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.housemates.localstack.stripe.http.RequestLog;
import io.housemates.localstack.stripe.payment.PaymentIntentSearch;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;

/**
 * Control endpoints for the simulator itself:
 *
 * <pre>
 * GET    /_simulator/health                    {"status":"up"}
 * GET    /_simulator/requests?method=&amp;path=    {"data":[{"id","at","method","path","idempotency_key","status","replayed","fault"}]}
 * DELETE /_simulator/requests
 * PUT    /_simulator/search                    {"lag_ms":60000}   search does not find younger intents
 * POST   /_simulator/reset                     forgets objects, idempotency keys, faults and logs
 * </pre>
 */
public final class StateRoutes {

    private final RequestLog requests;
    private final PaymentIntentSearch search;
    private final Runnable reset;

    public StateRoutes(RequestLog requests, PaymentIntentSearch search, Runnable reset) {
        this.requests = requests;
        this.search = search;
        this.reset = reset;
    }

    public void on(Router router) {
        new ControlRoutes(router)
                .on(HttpMethod.GET, "/health", (context, body) -> Map.of("status", "up"))
                .on(HttpMethod.GET, "/requests", (context, body) -> Map.of("data",
                        requests.matching(context.request().getParam("method"), context.request().getParam("path"))))
                .on(HttpMethod.DELETE, "/requests", (context, body) -> {
                    requests.clear();
                    return Map.of("data", List.of());
                })
                .on(HttpMethod.PUT, "/search", (context, body) -> {
                    search.lagBehind(Duration.ofMillis(body.path("lag_ms").asLong()));
                    return body;
                })
                .on(HttpMethod.POST, "/reset", (context, body) -> {
                    reset.run();
                    return Map.of("status", "empty");
                });
    }
}
