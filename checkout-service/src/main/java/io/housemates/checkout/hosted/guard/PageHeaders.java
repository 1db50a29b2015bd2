package io.housemates.checkout.hosted.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells browsers to trust nothing but our own page and Stripe, to keep nothing, and to tell nobody the address. */
@ApplicationScoped
public class PageHeaders {

    private final ContentPolicy policy;

    PageHeaders(ContentPolicy policy) {
        this.policy = policy;
    }

    @HostedPage
    @ServerResponseFilter
    public void set(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", policy.text());
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.putSingle("X-Robots-Tag", "noindex");
        headers.putSingle("Cache-Control", "no-store");
    }
}
