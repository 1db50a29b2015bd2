package io.housemates.dispatcher.signing;

import java.util.Locale;

/** Which signature a subscription asked for: {@code v1} is HMAC-SHA256, {@code v1a} is ed25519. */
public enum SigningScheme {
    V1,
    V1A;

    /** The name used on the wire and in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SigningScheme of(String label) {
        for (SigningScheme scheme : values()) {
            if (scheme.label().equals(label)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("signing is v1 or v1a");
    }
}
