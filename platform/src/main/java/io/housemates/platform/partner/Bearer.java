package io.housemates.platform.partner;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.housemates.platform.api.CommonError;

/** Reads {@code Authorization: Bearer <token>}. */
final class Bearer {

    private static final String SCHEME = "bearer ";

    private Bearer() {
    }

    static AccessToken of(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || header.length() == SCHEME.length()) {
            throw CommonError.UNAUTHENTICATED.exception();
        }
        return new AccessToken(header.substring(SCHEME.length()).trim());
    }
}
