package io.housemates.checkout.hosted.guard;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

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
        limits.take(request.getUriInfo().getPathParameters().getFirst("session_id"), http.remoteAddress().hostAddress());
    }
}
