package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;

class DoorstepTest extends SimulatorTest {

    @Test
    void refusesAMissingOrWrongKey() {
        HttpResponse<String> missing = control.send(control.request("/v1/payment_intents").GET());
        HttpResponse<String> wrong = control.send(control.request("/v1/payment_intents").GET()
                .header("Authorization", "Bearer sk_test_somebody_else"));

        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(control.read(missing).path("error").path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(missing.headers().firstValue("Request-Id")).isPresent();
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Invalid API Key provided").doesNotContain("sk_test_somebody_else");
    }

    @Test
    void takesTheKeyAsBasicUserName() {
        String basic = "Basic " + Base64.getEncoder().encodeToString((SECRET_KEY + ":").getBytes());

        assertThat(control.send(control.request("/v1/payment_intents").GET().header("Authorization", basic)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersAnUnknownRouteInStripesShape() {
        for (String path : new String[] { "/v1/unknown", "/v1/payment_intents/pi_1/capture" }) {
            HttpResponse<String> answer = control.send(control.form(path, "").header("Authorization", "Bearer " + SECRET_KEY));

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(control.read(answer).path("error").path("message").asText())
                    .startsWith("Unrecognized request URL (POST");
        }
    }

    @Test
    void refusesABodyThatIsNotAForm() {
        HttpResponse<String> answer = control.send(control.form("/v1/payment_intents", "{}")
                .setHeader("Content-Type", "application/json").header("Authorization", "Bearer " + SECRET_KEY));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aBrowserPaysWithThePublishableKeyAndTheClientSecret() throws StripeException {
        PaymentIntent intent = intent();
        String path = "/v1/payment_intents/" + intent.getId();
        String keys = "key=" + PUBLISHABLE_KEY + "&client_secret=" + intent.getClientSecret();

        HttpResponse<String> confirmed = control.send(control.form(path + "/confirm", keys
                + "&payment_method_data[type]=card&payment_method_data[card][number]=4242424242424242")
                .header("Origin", "http://shop"));

        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        JsonNode seen = control.read(control.send(control.request(path + "?" + keys).GET()));
        assertThat(seen.path("status").asText()).isEqualTo("succeeded");
        assertThat(seen.has("metadata")).isFalse();
        assertThat(reread(intent).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aBrowserMayDoNothingElse() throws StripeException {
        PaymentIntent intent = intent();
        String path = "/v1/payment_intents/" + intent.getId();
        String key = "key=" + PUBLISHABLE_KEY;

        assertThat(control.send(control.request(path + "?" + key + "&client_secret=guess").GET()).statusCode()).isEqualTo(400);
        assertThat(control.send(control.request(path + "?" + key).GET()).statusCode()).isEqualTo(400);
        assertThat(control.send(control.form(path + "/cancel", key)).statusCode()).isEqualTo(401);
        assertThat(control.send(control.request("/v1/payment_intents?" + key).GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void letsPagesOfAnyOriginAskFirst() {
        HttpResponse<String> preflight = control.send(control.request("/v1/payment_intents/pi_1/confirm")
                .method("OPTIONS", BodyPublishers.noBody()).header("Origin", "http://shop")
                .header("Access-Control-Request-Method", "POST").header("Access-Control-Request-Headers", "Authorization"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse("")).contains("POST");
    }

    @Test
    void servesItsBrowserScript() {
        HttpResponse<String> script = control.send(control.request("/v3/").GET());

        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(script.body()).contains("window.Stripe = ");
    }

    @Test
    void namesItsWebhookEndpoint() throws StripeException {
        assertThat(stripe.v1().webhookEndpoints().list().getData()).singleElement()
                .satisfies(endpoint -> assertThat(endpoint.getUrl()).isEqualTo(inbox.url().toString()));
    }

    @Test
    void canBeMadeToLie() throws StripeException {
        PaymentIntent paid = paid();

        control.post("/_simulator/payment_intents/" + paid.getId() + "/alter", "{'amount':1,'livemode':true}");

        assertThat(reread(paid).getAmount()).isEqualTo(1);
        assertThat(reread(paid).getLivemode()).isTrue();
    }

    @Test
    void forgetsEverythingOnReset() throws StripeException {
        paid();

        control.post("/_simulator/reset", "");

        assertThat(stripe.v1().paymentIntents().list().getData()).isEmpty();
        assertThat(stripe.v1().events().list().getData()).isEmpty();
    }
}
