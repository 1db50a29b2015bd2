package io.housemates.checkout.hosted.guard;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.RequestScoped;

/** Tells one answer's own scripts and styles from any that somebody smuggled in. */
@RequestScoped
public class PageNonce {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    PageNonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String value() {
        return value;
    }
}
