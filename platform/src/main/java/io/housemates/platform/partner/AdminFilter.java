package io.housemates.platform.partner;

import java.util.Optional;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.housemates.platform.api.CommonError;

/** Lets the operator in; where no admin token is configured nobody is. */
class AdminFilter {

    private final Optional<String> token;

    AdminFilter(@ConfigProperty(name = "housemates.admin-token") Optional<String> token) {
        this.token = token;
    }

    @AdminApi
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void authenticate(ContainerRequestContext request) {
        AccessToken presented = Bearer.of(request);
        if (token.isEmpty() || !presented.matches(token.get())) {
            throw CommonError.UNAUTHENTICATED.exception();
        }
    }
}
