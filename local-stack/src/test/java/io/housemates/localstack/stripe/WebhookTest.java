package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;

class WebhookTest extends SimulatorTest {

    @Test
    void tellsOfAPaymentWithASignatureThatStripeJavaAccepts() throws StripeException {
        PaymentIntent paid = paid();

        await().untilAsserted(() -> assertThat(inbox.types()).containsExactlyInAnyOrder("payment_intent.created",
                "payment_intent.succeeded", "charge.succeeded"));
        Event succeeded = inbox.taken("payment_intent.succeeded").get(0);
        PaymentIntent told = (PaymentIntent) succeeded.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(paid.getId());
        assertThat(told.getStatus()).isEqualTo("succeeded");
        assertThat(succeeded.getRequest().getId()).startsWith("req_");
        assertThat(inbox.refused()).isEmpty();
    }

    @Test
    void sendsOnlyWhatTheEndpointIsSubscribedTo() throws StripeException {
        control.put("/_simulator/webhooks", "{'url':'" + inbox.url() + "','secret':'" + WebhookInbox.SECRET
                + "','enabled_events':['payment_intent.succeeded']}");

        paid();

        await().untilAsserted(() -> assertThat(inbox.types()).containsExactly("payment_intent.succeeded"));
        assertThat(stripe.v1().webhookEndpoints().list().getData()).singleElement()
                .satisfies(endpoint -> assertThat(endpoint.getEnabledEvents()).containsExactly("payment_intent.succeeded"));
    }

    @Test
    void triesAgainWithTheSameEventUntilItIsTaken() throws StripeException {
        inbox.refuse(3);

        intent();

        await().untilAsserted(() -> assertThat(inbox.types()).containsExactly("payment_intent.created"));
        await().untilAsserted(() -> assertThat(stripe.v1().events().retrieve(inbox.taken().get(0).getId()).getPendingWebhooks())
                .isZero());
    }
}
