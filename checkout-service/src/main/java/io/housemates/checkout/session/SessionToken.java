package io.housemates.checkout.session;

import io.housemates.checkout.details.Fields;
import io.housemates.platform.partner.AccessToken;

/** Reads the {@code session_token} that Start gave out. */
final class SessionToken {

    private static final String NAME = "session_token";

    private SessionToken() {
    }

    /** Null where there is none that could be one, which is noted. */
    static AccessToken in(Fields fields) {
        String token = fields.text(NAME, 200);
        return token == null ? null : new AccessToken(token);
    }
}
