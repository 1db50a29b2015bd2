package io.housemates.dashboard.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;

/**
 * Makes every cookie the same way: out of reach for scripts and other sites, gone with the browser, TLS only where there is
 * TLS.
 */
@ApplicationScoped
public class Cookies {

    private static final int WITH_THE_BROWSER = -1;

    private final UriInfo request;

    Cookies(UriInfo request) {
        this.request = request;
    }

    public NewCookie make(String name, String value) {
        return cookie(name, value, WITH_THE_BROWSER);
    }

    public NewCookie remove(String name) {
        return cookie(name, "", 0);
    }

    private NewCookie cookie(String name, String value, int maxAge) {
        return new NewCookie.Builder(name).value(value).path("/").maxAge(maxAge).httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure("https".equals(request.getRequestUri().getScheme()))
                .build();
    }
}
