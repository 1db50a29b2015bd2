package io.housemates.dispatcher.signing;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shared secret that signs as {@code v1}: HMAC-SHA256 (Standard Webhooks 1.0, 'Symmetric'). */
record HmacKey(byte[] bytes) implements SigningKey {

    static final String PREFIX = "whsec_";

    HmacKey {
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException("a whsec_ secret has 24 to 64 bytes");
        }
    }

    @Override
    public String sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException everyJdkHasHmac) {
            throw new IllegalStateException(everyJdkHasHmac);
        }
    }

    @Override
    public String secret() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String verificationKey() {
        return secret();
    }

    @Override
    public String toString() {
        return "HmacKey";
    }
}
