package io.housemates.localstack.stripe.control;

import java.util.Map;

import io.housemates.localstack.stripe.fault.Faults;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;

/**
 * Control endpoints for what goes wrong:
 *
 * <pre>
 * POST   /_simulator/faults  {"match":{"method":"POST","path":"/v1/payment_intents"},"kind":"timeout_after","times":1}
 * GET    /_simulator/faults  {"data":[…]}   those that have not happened yet
 * DELETE /_simulator/faults
 * DELETE /_simulator/faults/{id}
 * </pre>
 *
 * {@code match} may name {@code method}, {@code path} ({@code *} for one segment), {@code idempotency_key}, {@code object}
 * (an id), and for webhooks {@code event} (a type) and {@code object}. Other fields: {@code skip} (matches to let through
 * first, 0),
 * {@code times} (1), {@code delay_ms}.
 *
 * @see io.housemates.localstack.stripe.fault.FaultKind
 */
public final class FaultRoutes {

    private final Faults faults;

    public FaultRoutes(Faults faults) {
        this.faults = faults;
    }

    public void on(Router router) {
        new ControlRoutes(router)
                .on(HttpMethod.POST, "/faults", (context, body) -> faults.add(body))
                .on(HttpMethod.GET, "/faults", (context, body) -> waiting())
                .on(HttpMethod.DELETE, "/faults", (context, body) -> {
                    faults.clear();
                    return waiting();
                })
                .on(HttpMethod.DELETE, "/faults/:id", (context, body) -> {
                    faults.remove(context.pathParam("id"));
                    return waiting();
                });
    }

    private Map<String, Object> waiting() {
        return Map.of("data", faults.all());
    }
}
