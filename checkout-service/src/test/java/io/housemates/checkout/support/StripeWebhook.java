package io.housemates.checkout.support;

import static io.restassured.RestAssured.given;

import java.security.GeneralSecurityException;
import java.time.Instant;

import org.eclipse.microprofile.config.ConfigProvider;

import com.stripe.net.Webhook;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** An event on its way to the service, signed as Stripe signs it. */
public final class StripeWebhook {

    private StripeWebhook() {
    }

    public static Response send(String payload, Instant at) {
        return send(payload, at, ConfigProvider.getConfig().getValue("STRIPE_WEBHOOK_SECRET", String.class));
    }

    public static Response send(String payload, Instant at, String secret) {
        long t = at.getEpochSecond();
        return given().contentType(ContentType.JSON)
                .header("Stripe-Signature", "t=" + t + ",v1=" + hmac(t + "." + payload, secret))
                .body(payload).post("/stripe/webhooks");
    }

    private static String hmac(String text, String secret) {
        try {
            return Webhook.Util.computeHmacSha256(secret, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
