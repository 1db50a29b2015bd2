package io.housemates.checkout.support;

import static io.restassured.RestAssured.given;

import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Pays the way a browser does: with the publishable key and the intent's client secret, straight to Stripe. */
public final class Student {

    private Student() {
    }

    public static void pays(Started started) {
        pays(started, "pm_card_visa").then().statusCode(200);
    }

    /** And nobody notices: Stripe tells nothing, and the reconciler was here just before. */
    public static void paysInSilence(Started started) {
        AtRest.awaited(started.sessionId());
        Stripe.forgetsToTell("payment_intent.succeeded");
        pays(started);
    }

    public static Response pays(Started started, String paymentMethod) {
        return given().baseUri(setting("STRIPE_API_BASE"))
                .header("Authorization", "Bearer " + setting("STRIPE_PUBLISHABLE_KEY"))
                .contentType(ContentType.URLENC)
                .formParam("client_secret", started.clientSecret()).formParam("payment_method", paymentMethod)
                .post("/v1/payment_intents/" + started.intentId() + "/confirm");
    }

    /** The charge behind a paid session, as Stripe has it. */
    public static JsonNode chargeOf(Started started) {
        return Stripe.charge(Stripe.intent(started.intentId()).path("latest_charge").asText());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
