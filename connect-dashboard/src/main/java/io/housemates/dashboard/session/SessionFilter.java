package io.housemates.dashboard.session;

import java.util.Optional;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a request in when its cookie holds a session, and sends everyone else to the sign-in page. */
class SessionFilter {

    private final SessionCookie cookie;
    private final CurrentSession current;

    SessionFilter(SessionCookie cookie, CurrentSession current) {
        this.cookie = cookie;
        this.current = current;
    }

    @SignedIn
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Optional<Response> identify(ContainerRequestContext request) {
        Cookie carried = request.getCookies().get(SessionCookie.NAME);
        Optional<Session> session = carried == null ? Optional.empty() : cookie.read(carried.getValue());
        session.ifPresent(current::begin);
        return session.isPresent() ? Optional.empty()
                : Optional.of(Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, "/sign-in").build());
    }
}
