package io.housemates.localstack.stripe.control;

import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The table of the control API below {@code /_simulator}: JSON in, JSON out, no key, errors in Stripe's shape. */
final class ControlRoutes {

    private final Router router;

    ControlRoutes(Router router) {
        this.router = router;
    }

    /** @param action gets the request and its body, an empty object if there is none */
    ControlRoutes on(HttpMethod method, String path, BiFunction<RoutingContext, JsonNode, Object> action) {
        router.route(method, "/_simulator" + path).handler(context -> context.request().body()
                .onSuccess(body -> answer(context, body.toString(), action)));
        return this;
    }

    private static void answer(RoutingContext context, String body, BiFunction<RoutingContext, JsonNode, Object> action) {
        HttpServerResponse response = context.response().putHeader("Content-Type", "application/json");
        try {
            JsonNode input = body.isBlank() ? Json.object() : Json.parse(body);
            response.end(Json.write(action.apply(context, input)));
        } catch (StripeError refused) {
            response.setStatusCode(refused.status()).end(refused.answer().body());
        } catch (IllegalArgumentException | ClassCastException malformed) {
            response.setStatusCode(400).end(StripeError.malformedBody(malformed.getMessage()).answer().body());
        }
    }
}
