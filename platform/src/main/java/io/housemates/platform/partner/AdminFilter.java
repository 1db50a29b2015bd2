package io.housemates.platform.partner;

import java.util.Optional;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.housemates.platform.api.ApiArea;
import io.housemates.platform.api.CommonError;

/**
 * Lets the operator into the admin area; where no admin token is configured nobody is. Asked before the path is matched, so
 * that strangers learn nothing about what is there.
 */
class AdminFilter {

    private final Optional<String> token;

    AdminFilter(@ConfigProperty(name = "housemates.admin-token") Optional<String> token) {
        this.token = token;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    void authenticate(ContainerRequestContext request) {
        if (!ApiArea.ADMIN.contains(request.getUriInfo().getPath())) {
            return;
        }
        AccessToken presented = Bearer.of(request);
        if (token.isEmpty() || !presented.matches(token.get())) {
            throw CommonError.UNAUTHENTICATED.exception();
        }
    }
}
