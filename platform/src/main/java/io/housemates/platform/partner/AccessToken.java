package io.housemates.platform.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A secret that a client presents; 256 random bits, stored only as its SHA-256. */
public record AccessToken(String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param prefix tells people and secret scanners what the token is for, for example {@code hm_} */
    public static AccessToken generate(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new AccessToken(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Hex, 64 characters. */
    public String sha256() {
        return HexFormat.of().formatHex(digest(secret));
    }

    /** Compares in a time that does not depend on where the two differ. */
    public boolean matches(String other) {
        return MessageDigest.isEqual(digest(secret), digest(other));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
