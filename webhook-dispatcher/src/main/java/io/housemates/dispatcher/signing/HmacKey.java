package io.housemates.dispatcher.signing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shared secret that signs as {@code v1}: HMAC-SHA256 (Standard Webhooks 1.0, 'Symmetric'). */
final class HmacKey implements SigningKey {

    static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;
    /** Keyed once, and copied for each signature: looking the algorithm up and keying it cost as much as signing. */
    private final Mac keyed;

    HmacKey(byte[] bytes) {
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException("a whsec_ secret has 24 to 64 bytes");
        }
        this.bytes = bytes.clone();
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException everyJdkHasHmac) {
            throw new IllegalStateException(everyJdkHasHmac);
        }
    }

    @Override
    public String sign(ByteBuffer... parts) {
        try {
            Mac mac = (Mac) keyed.clone();
            for (ByteBuffer part : parts) {
                mac.update(part.duplicate());
            }
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (CloneNotSupportedException theJdksOwnCanBeCloned) {
            throw new IllegalStateException(theJdksOwnCanBeCloned);
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
