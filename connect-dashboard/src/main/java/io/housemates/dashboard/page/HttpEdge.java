package io.housemates.dashboard.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Gives a page to what fails before any resource is reached: unknown addresses, malformed paths, oversized forms. */
@ApplicationScoped
class HttpEdge {

    private final long largestFile;
    private final long largestForm;

    HttpEdge(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestFile,
            @ConfigProperty(name = "quarkus.http.limits.max-form-attribute-size") MemorySize largestForm) {
        this.largestFile = largestFile.asLongValue();
        this.largestForm = largestForm.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::refuseOversized).failureHandler(HttpEdge::fail);
        router.route().order(Integer.MAX_VALUE).handler(context -> answer(context, Problem.NO_SUCH_PAGE));
    }

    /**
     * Comes before the check Quarkus makes, whose answer has no body; the form is read to its end so that the browser listens.
     */
    private void refuseOversized(RoutingContext context) {
        if (announcedLength(context.request()) > largest(context.request())) {
            context.request().handler(unread -> {
            }).endHandler(end -> answer(context, Problem.TOO_LARGE));
        } else {
            context.next();
        }
    }

    /** Only forms with a file are of several parts. */
    private long largest(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA) ? largestFile : largestForm;
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static void fail(RoutingContext context) {
        if (!context.response().ended()) {
            answer(context, Problem.ofStatus(context.statusCode() < 400 ? 500 : context.statusCode()));
        }
    }

    private static void answer(RoutingContext context, Problem problem) {
        PageHeaders.set(context);
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Html.TYPE)
                .end(new ProblemPage(null, problem).render());
    }
}
