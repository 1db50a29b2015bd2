package io.housemates.dashboard.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one secret of the dashboard; every use of it gets a key of its own. */
public final class SessionKey {

    private static final int LEAST_BYTES = 32;
    private static final String DERIVATION = "HmacSHA256";

    private final byte[] secret;

    private SessionKey(byte[] secret) {
        this.secret = secret;
    }

    /** @throws IllegalArgumentException when the text is shorter than 32 bytes */
    static SessionKey of(String text) {
        byte[] secret = text.getBytes(UTF_8);
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("SESSION_KEY has " + secret.length + " bytes; it needs at least " + LEAST_BYTES
                    + ", for example from: openssl rand -base64 48");
        }
        return new SessionKey(secret);
    }

    static SessionKey random() {
        byte[] secret = new byte[LEAST_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SessionKey(secret);
    }

    /** 256 bits that say nothing about the secret or about the key for another use. */
    byte[] derivedFor(String use) {
        return mac(secret, "connect-dashboard " + use);
    }

    static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(new SecretKeySpec(key, DERIVATION));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
