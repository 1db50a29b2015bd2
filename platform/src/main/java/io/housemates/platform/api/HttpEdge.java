package io.housemates.platform.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Gives the envelope to what fails before any resource is reached: oversized bodies, malformed paths, unknown routes. */
@ApplicationScoped
class HttpEdge {

    private static final String NUL = "%00";

    private final BodyLimit limit;

    HttpEdge(BodyLimit limit) {
        this.limit = limit;
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::refuseOversized).failureHandler(HttpEdge::fail);
        router.route().order(Integer.MIN_VALUE).handler(HttpEdge::refuseNul);
        router.route().order(Integer.MIN_VALUE).handler(HttpEdge::forgetBlankContentType);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limitChunked);
        router.route().order(Integer.MAX_VALUE).handler(HttpEdge::unknownRoute);
    }

    /** Comes before the check Quarkus makes, whose answer has no body. */
    private void refuseOversized(RoutingContext context) {
        if (announcedLength(context) > limit.of(context.request().path())) {
            // the body is not going to be read
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            answer(context, CommonError.PAYLOAD_TOO_LARGE);
        } else {
            context.next();
        }
    }

    /** Nothing has such a name or value, and PostgreSQL could not even be asked for it. */
    private static void refuseNul(RoutingContext context) {
        String query = context.request().query();
        if (context.request().path().contains(NUL)) {
            answer(context, CommonError.NOT_FOUND);
        } else if (query != null && query.contains(NUL)) {
            answer(context, CommonError.MALFORMED_REQUEST);
        } else {
            context.next();
        }
    }

    /** Says no more than no header at all, but whoever parses it takes it for an error. */
    private static void forgetBlankContentType(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.isBlank()) {
            context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        context.next();
    }

    /** A body that does not announce its length is counted while it is read, against the limit left here. */
    private void limitChunked(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit.of(context.request().path()));
        context.next();
    }

    private static long announcedLength(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
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
