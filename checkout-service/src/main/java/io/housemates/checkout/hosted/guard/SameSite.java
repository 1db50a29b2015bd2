package io.housemates.checkout.hosted.guard;

import java.util.Set;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses forms of which the browser itself says that another site sent them; older browsers say nothing. */
class SameSite {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    @HostedPage
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    void check(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (HttpMethod.POST.equals(request.getMethod()) && site != null && !OWN.contains(site)) {
            throw new ForgedFormException();
        }
    }
}
