package io.housemates.localstack.stripe.control;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.stripe.event.DeliveryLog;
import io.housemates.localstack.stripe.event.Events;
import io.housemates.localstack.stripe.event.WebhookEndpoint;
import io.housemates.localstack.stripe.http.StripeError;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;

/**
 * Control endpoints for webhooks:
 *
 * <pre>
 * PUT  /_simulator/webhooks             {"url":"http://…","secret":"whsec_…"}   where events go from now on; with
 *                                       "enabled_events":["charge.refunded",…] only those
 * GET  /_simulator/deliveries           {"data":[{"event","type","object","attempt","at","status"}]}   status 0: no answer
 * POST /_simulator/events/{id}/deliver  sends the event once more
 * </pre>
 */
public final class WebhookRoutes {

    private final Events events;
    private final DeliveryLog deliveries;

    public WebhookRoutes(Events events, DeliveryLog deliveries) {
        this.events = events;
        this.deliveries = deliveries;
    }

    public void on(Router router) {
        new ControlRoutes(router)
                .on(HttpMethod.PUT, "/webhooks", (context, body) -> {
                    events.deliverTo(new WebhookEndpoint(URI.create(required(body, "url")), required(body, "secret"),
                            types(body.path("enabled_events"))));
                    return Map.of("url", required(body, "url"));
                })
                .on(HttpMethod.GET, "/deliveries", (context, body) -> Map.of("data", deliveries.all()))
                .on(HttpMethod.POST, "/events/:id/deliver", (context, body) -> events.resend(context.pathParam("id")));
    }

    private static List<String> types(JsonNode enabled) {
        List<String> types = new ArrayList<>();
        enabled.forEach(type -> types.add(type.asText()));
        return types.isEmpty() ? List.of("*") : types;
    }

    private static String required(JsonNode body, String field) {
        if (!body.path(field).isTextual()) {
            throw StripeError.missing(field);
        }
        return body.path(field).asText();
    }
}
