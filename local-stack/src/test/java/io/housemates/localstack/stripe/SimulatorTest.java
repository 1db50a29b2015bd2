package io.housemates.localstack.stripe;

import java.io.IOException;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;

/** What every test of the simulator has: a running one, an inbox for its webhooks, and stripe-java to talk to it. */
abstract class SimulatorTest {

    static final String SECRET_KEY = "sk_test_simulator";
    static final String PUBLISHABLE_KEY = "pk_test_simulator";

    StripeSimulator simulator;
    WebhookInbox inbox;
    StripeClient stripe;
    Control control;

    @BeforeAll
    static void lookOften() {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @BeforeEach
    void startSimulator() throws IOException {
        inbox = new WebhookInbox();
        simulator = StripeSimulator.start(options());
        stripe = client();
        control = new Control(simulator.baseUrl());
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
        inbox.close();
    }

    StripeSimulatorOptions options() {
        return StripeSimulatorOptions.defaults().withWebhooks(inbox.url(), WebhookInbox.SECRET);
    }

    StripeClient client() {
        return client(Duration.ofSeconds(20));
    }

    StripeClient client(Duration patience) {
        return StripeClient.builder().setApiKey(SECRET_KEY).setApiBase(simulator.baseUrl()).setConnectTimeout(2000)
                .setReadTimeout((int) patience.toMillis()).setMaxNetworkRetries(0).build();
    }

    PaymentIntentCreateParams.Builder deposit() {
        return PaymentIntentCreateParams.builder().setAmount(25_000L).setCurrency("gbp").putMetadata("session_id", "s-1");
    }

    PaymentIntent intent() throws StripeException {
        return stripe.v1().paymentIntents().create(deposit().build());
    }

    PaymentIntent pay(PaymentIntent intent, String paymentMethod) throws StripeException {
        return stripe.v1().paymentIntents().confirm(intent.getId(),
                PaymentIntentConfirmParams.builder().setPaymentMethod(paymentMethod).build());
    }

    PaymentIntent paid() throws StripeException {
        return pay(intent(), "pm_card_visa");
    }

    PaymentIntent reread(PaymentIntent intent) throws StripeException {
        return stripe.v1().paymentIntents().retrieve(intent.getId());
    }

    static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }
}
