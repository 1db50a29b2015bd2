package io.housemates.checkout.hosted.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.housemates.checkout.session.StudentCheckout;

/**
 * Tokens against forged forms: derived from a secret of the session that is in no address, so that a form proves to come
 * from one of the session's own pages. Every replica derives the same, and no cookie is needed.
 */
public final class FormTokens {

    /** The form field that carries the token. */
    public static final String FIELD = "form_token";

    private static final String MAC = "HmacSHA256";
    private static final byte[] PURPOSE = "hosted form".getBytes(UTF_8);

    private FormTokens() {
    }

    public static String of(StudentCheckout checkout) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(checkout.secret().getBytes(UTF_8), MAC));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws ForgedFormException when the token is another one or none */
    public static void require(StudentCheckout checkout, String token) {
        if (token == null || !MessageDigest.isEqual(of(checkout).getBytes(UTF_8), token.getBytes(UTF_8))) {
            throw new ForgedFormException();
        }
    }
}
