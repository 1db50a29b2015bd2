package io.housemates.dispatcher.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** What a partner verifies {@code v1a} signatures with: all of the key that leaves us. */
record Ed25519PublicKey(PublicKey key) implements VerificationKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String VERSION = "v1a,";
    private static final int LENGTH = 32;

    static Ed25519PublicKey parse(String text) {
        byte[] raw = KeyText.decode(text, Ed25519Key.PUBLIC_PREFIX);
        if (raw.length != LENGTH) {
            throw new IllegalArgumentException("a whpk_ key has 32 bytes");
        }
        try {
            return new Ed25519PublicKey(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(raw))));
        } catch (GeneralSecurityException noPoint) {
            throw new IllegalArgumentException("a whpk_ key is a point of the curve");
        }
    }

    /** RFC 8032 5.1.5: y little-endian in 32 bytes, the lowest bit of x as the highest bit. */
    private static EdECPoint point(byte[] raw) {
        byte[] bigEndian = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bigEndian[i] = raw[LENGTH - 1 - i];
        }
        boolean odd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7f;
        return new EdECPoint(odd, new BigInteger(1, bigEndian));
    }

    @Override
    public boolean accepts(List<String> signatures, String id, Instant timestamp, byte[] body) {
        return signatures.stream().anyMatch(one -> accepts(one, id, timestamp, body));
    }

    private boolean accepts(String signature, String id, Instant timestamp, byte[] body) {
        if (!signature.startsWith(VERSION)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(WebhookSignature.head(id, timestamp));
            check.update(body);
            return check.verify(Base64.getDecoder().decode(signature.substring(VERSION.length())));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }
}
