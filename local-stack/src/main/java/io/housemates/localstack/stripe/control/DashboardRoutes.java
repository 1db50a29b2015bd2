package io.housemates.localstack.stripe.control;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.payment.Dashboard;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;

/**
 * Control endpoints for what does not begin with the product, all POST, answering the changed object:
 *
 * <pre>
 * /_simulator/payment_intents/{id}/settle        {"outcome":"succeeded"|"failed"}      ends processing
 * /_simulator/payment_intents/{id}/authenticate  {"outcome":"succeeded"|"failed"}      ends requires_action
 * /_simulator/payment_intents/{id}/cancel
 * /_simulator/payment_intents/{id}/refund        {"amount":1000}                       in minor units, default all
 * /_simulator/payment_intents/{id}/dispute       {"reason":"fraudulent"}
 * /_simulator/payment_intents/{id}/alter         {"amount":1,"livemode":true,…}        overwrites fields, sends no event
 * /_simulator/refunds/{id}/settle                {"outcome":"succeeded"|"failed"}
 * /_simulator/disputes/{id}/respond                                                    evidence given, the bank decides
 * /_simulator/disputes/{id}/close                {"outcome":"won"|"lost"}
 * </pre>
 */
public final class DashboardRoutes {

    private final Dashboard dashboard;

    public DashboardRoutes(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    public void on(Router router) {
        new ControlRoutes(router)
                .on(HttpMethod.POST, "/payment_intents/:id/settle",
                        (context, body) -> dashboard.settle(context.pathParam("id"), outcome(body, "succeeded", "failed")))
                .on(HttpMethod.POST, "/payment_intents/:id/authenticate",
                        (context, body) -> dashboard.authenticate(context.pathParam("id"),
                                outcome(body, "succeeded", "failed")))
                .on(HttpMethod.POST, "/payment_intents/:id/cancel",
                        (context, body) -> dashboard.cancel(context.pathParam("id")))
                .on(HttpMethod.POST, "/payment_intents/:id/refund",
                        (context, body) -> dashboard.refund(context.pathParam("id"), amount(body)))
                .on(HttpMethod.POST, "/payment_intents/:id/dispute",
                        (context, body) -> dashboard.dispute(context.pathParam("id"), body.path("reason").asText("fraudulent")))
                .on(HttpMethod.POST, "/payment_intents/:id/alter",
                        (context, body) -> dashboard.alter(context.pathParam("id"), body))
                .on(HttpMethod.POST, "/refunds/:id/settle",
                        (context, body) -> dashboard.settleRefund(context.pathParam("id"),
                                outcome(body, "succeeded", "failed")))
                .on(HttpMethod.POST, "/disputes/:id/respond",
                        (context, body) -> dashboard.respondToDispute(context.pathParam("id")))
                .on(HttpMethod.POST, "/disputes/:id/close",
                        (context, body) -> dashboard.closeDispute(context.pathParam("id"), outcome(body, "won", "lost")));
    }

    private static boolean outcome(JsonNode body, String good, String bad) {
        String outcome = body.path("outcome").asText(good);
        if (!outcome.equals(good) && !outcome.equals(bad)) {
            throw StripeError.invalid("outcome", "outcome is " + good + " or " + bad);
        }
        return outcome.equals(good);
    }

    private static Optional<Long> amount(JsonNode body) {
        return body.has("amount") ? Optional.of(body.path("amount").asLong()) : Optional.empty();
    }
}
