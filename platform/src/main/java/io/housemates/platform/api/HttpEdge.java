package io.housemates.platform.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Gives the envelope to what fails before any resource is reached: oversized bodies, malformed paths, unknown routes. */
@ApplicationScoped
class HttpEdge {

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(HttpEdge::fail);
        router.route().order(Integer.MAX_VALUE).handler(HttpEdge::unknownRoute);
    }

    private static void unknownRoute(RoutingContext context) {
        answer(context, CommonError.NOT_FOUND);
    }

    private static void fail(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        answer(context, CommonError.ofStatus(context.statusCode() < 400 ? 500 : context.statusCode()));
    }

    private static void answer(RoutingContext context, CommonError error) {
        context.response()
                .setStatusCode(error.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(ErrorBody.of(error, null));
    }
}
