package io.housemates.checkout.hosted.guard;

import java.util.Objects;
import java.util.stream.Stream;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpServerRequest;

/** Counts every page and form against its session and its address, before anything is looked up. */
class PageLimitFilter {

    private final PageLimits limits;

    PageLimitFilter(PageLimits limits) {
        this.limits = limits;
    }

    @HostedPage
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void count(ContainerRequestContext request, HttpServerRequest http) {
        limits.take(session(request.getUriInfo().getPathParameters()), http.remoteAddress().hostAddress());
    }

    private static String session(MultivaluedMap<String, String> path) {
        return Stream.of("session_id", "preview_id").map(path::getFirst).filter(Objects::nonNull).findFirst().orElse("");
    }
}
