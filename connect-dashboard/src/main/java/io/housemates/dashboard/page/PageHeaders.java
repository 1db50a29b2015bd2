package io.housemates.dashboard.page;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Tells browsers to trust nothing but our own pages and to keep none of them. */
class PageHeaders {

    static final String ASSETS = "/assets/";

    private static final int BEFORE_ROUTES = 100;

    /** No script at all, and one stylesheet of ours. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    void install(@Observes Filters filters) {
        filters.register(context -> {
            set(context);
            context.next();
        }, BEFORE_ROUTES);
    }

    static void set(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (!context.normalizedPath().startsWith(ASSETS)) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
