package io.housemates.dashboard.session;

import java.security.MessageDigest;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tokens against forged forms: derived from the cookie that comes along, so that another site, which can make a browser
 * send a form but can neither read nor choose the cookie, has no way to know them.
 */
@ApplicationScoped
public class FormTokens {

    /** The form field that carries the token. */
    public static final String FIELD = "form_token";

    private final byte[] key;

    FormTokens(SessionKey key) {
        this.key = key.derivedFor("form tokens");
    }

    public String of(String cookie) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(SessionKey.mac(key, cookie));
    }

    /** Takes the same time for every wrong token; null matches nothing. */
    boolean match(String cookie, String token) {
        return cookie != null && token != null && MessageDigest.isEqual(of(cookie).getBytes(), token.getBytes());
    }
}
