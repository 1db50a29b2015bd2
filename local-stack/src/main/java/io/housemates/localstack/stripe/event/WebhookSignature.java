package io.housemates.localstack.stripe.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes the {@code Stripe-Signature} header: {@code t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">}.
 *
 * @see <a href="https://docs.stripe.com/webhooks#verify-manually">Stripe: verify manually</a>
 */
final class WebhookSignature {

    private WebhookSignature() {
    }

    static String of(String secret, Instant time, String body) {
        long seconds = time.getEpochSecond();
        return "t=" + seconds + ",v1=" + hmac(secret, seconds + "." + body);
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
