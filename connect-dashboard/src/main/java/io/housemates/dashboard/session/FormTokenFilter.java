package io.housemates.dashboard.session;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Cookie;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Lets a form in when it carries the token that was made for this browser; no resource has to remember to ask. */
class FormTokenFilter {

    private final FormTokens tokens;

    FormTokenFilter(FormTokens tokens) {
        this.tokens = tokens;
    }

    @WithFormRead
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ResteasyReactiveContainerRequestContext request) {
        if (HttpMethod.POST.equals(request.getMethod()) && !tokens.match(cookie(request), token(request))) {
            throw new ForgedFormException();
        }
    }

    /** A visitor who signs in has no session yet. */
    private static String cookie(ResteasyReactiveContainerRequestContext request) {
        String name = request.getUriInfo().getPath().endsWith("sign-in") ? VisitorCookie.NAME : SessionCookie.NAME;
        Cookie cookie = request.getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }

    private static String token(ResteasyReactiveContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return (String) context.getFormParameter(FormTokens.FIELD, true, false);
    }
}
