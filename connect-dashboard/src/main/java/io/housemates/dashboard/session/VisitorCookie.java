package io.housemates.dashboard.session;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tells browsers apart before they have a session, so that the sign-in form cannot be forged either. It is not the session's
 * cookie: a visitor who follows a link from elsewhere comes without cookies, and must not lose the session by it.
 */
public final class VisitorCookie {

    public static final String NAME = "connect_visitor";

    private static final SecureRandom RANDOM = new SecureRandom();

    private VisitorCookie() {
    }

    public static String random() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
