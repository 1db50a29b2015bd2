package io.housemates.localstack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A new signing key for checkout-service, in the only form it takes: a JWK Set with one private P-256 key. */
final class ReturnKeys {

    private static final int COORDINATE = 32;

    private ReturnKeys() {
    }

    static String random() {
        KeyPair pair = pair();
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return """
                {"keys":[{"kty":"EC","crv":"P-256","kid":"local-stack","x":"%s","y":"%s","d":"%s"}]}""".formatted(
                text(point.getAffineX()), text(point.getAffineY()), text(((ECPrivateKey) pair.getPrivate()).getS()));
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(BigInteger number) {
        byte[] minimal = number.toByteArray();
        byte[] whole = new byte[COORDINATE];
        int length = Math.min(minimal.length, COORDINATE);
        System.arraycopy(minimal, minimal.length - length, whole, COORDINATE - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }
}
