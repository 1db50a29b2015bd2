package io.housemates.localstack.stripe.browser;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;

/** Serves the stand-in for Stripe.js at {@code /v3/} and lets pages of any origin call the API with it. */
public final class BrowserScript {

    private final Resources resources;

    public BrowserScript(Resources resources) {
        this.resources = resources;
    }

    /** To be put on the router before the API's routes. */
    public void on(Router router) {
        router.route("/v1/*").handler(CorsHandler.create().allowedMethod(HttpMethod.GET).allowedMethod(HttpMethod.POST)
                .allowedHeader("Authorization").allowedHeader("Content-Type").allowedHeader("Idempotency-Key")
                .allowedHeader("Stripe-Version").exposedHeader("Request-Id"));
        router.get("/v3*").handler(context -> context.response()
                .putHeader("Content-Type", "text/javascript; charset=utf-8")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Cache-Control", "no-cache")
                .end(resources.text("stripe.js")));
    }
}
