package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;

class AuthenticationTest extends SimulatorTest {

    private static final String RETURN_URL = "https://partner.example/back?room=1";

    @Test
    void completingThePagePaysAndGoesBack() throws StripeException {
        PaymentIntent waiting = threeDSecure();
        assertThat(waiting.getStatus()).isEqualTo("requires_action");
        assertThat(waiting.getNextAction().getType()).isEqualTo("redirect_to_url");
        assertThat(control.send(control.request(page(waiting)).GET()).body()).contains("Complete", "Fail");

        HttpResponse<String> answer = control.send(control.form(page(waiting), "outcome=complete"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(RETURN_URL + "&payment_intent=" + waiting.getId()
                + "&payment_intent_client_secret=" + waiting.getClientSecret() + "&redirect_status=succeeded");
        assertThat(reread(waiting).getStatus()).isEqualTo("succeeded");
        await().untilAsserted(
                () -> assertThat(inbox.types()).contains("payment_intent.requires_action", "payment_intent.succeeded"));
    }

    @Test
    void failingThePageLeavesTheIntentOpenForAnotherCard() throws StripeException {
        PaymentIntent waiting = threeDSecure();

        HttpResponse<String> answer = control.send(control.form(page(waiting), "outcome=fail"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("&redirect_status=failed");
        assertThat(reread(waiting).getLastPaymentError().getCode()).isEqualTo("payment_intent_authentication_failure");
        assertThat(pay(waiting, "pm_card_visa").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void thePageNeedsTheClientSecretAndDecidesOnce() throws StripeException {
        PaymentIntent waiting = threeDSecure();

        assertThat(control.send(control.form("/3d_secure?payment_intent=" + waiting.getId()
                + "&payment_intent_client_secret=guess", "outcome=complete")).statusCode()).isEqualTo(404);
        control.send(control.form(page(waiting), "outcome=complete"));
        assertThat(control.send(control.form(page(waiting), "outcome=fail")).statusCode()).isEqualTo(400);
        assertThat(reread(waiting).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void theIssuerMayDeclineAfterwards() throws StripeException {
        PaymentIntent waiting = pay(intent(), "pm_card_threeDSecureRequiredChargeDeclined");

        control.post("/_simulator/payment_intents/" + waiting.getId() + "/authenticate", "{'outcome':'succeeded'}");

        assertThat(reread(waiting).getLastPaymentError().getCode()).isEqualTo("card_declined");
    }

    private PaymentIntent threeDSecure() throws StripeException {
        return stripe.v1().paymentIntents().confirm(intent().getId(), PaymentIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_threeDSecure2Required").setReturnUrl(RETURN_URL).build());
    }

    private String page(PaymentIntent intent) {
        return intent.getNextAction().getRedirectToUrl().getUrl().substring(simulator.baseUrl().length());
    }
}
