package io.housemates.localstack.testing;

import java.net.URI;
import java.util.Map;

import io.housemates.localstack.stripe.StripeSimulator;
import io.housemates.localstack.stripe.StripeSimulatorOptions;

/** The one Stripe simulator that all tests of a JVM share; tests reach it through {@link StripeResource}. */
public final class SharedStripe {

    private static final StripeSimulatorOptions OPTIONS = StripeSimulatorOptions.defaults();
    private static final StripeSimulator SIMULATOR = StripeSimulator.start(OPTIONS);

    private SharedStripe() {
    }

    public static Map<String, String> settings(String none) {
        return Map.of(
                "STRIPE_API_BASE", SIMULATOR.baseUrl(),
                "STRIPE_SCRIPT", SIMULATOR.baseUrl() + "/v3/",
                "STRIPE_SECRET_KEY", OPTIONS.secretKey(),
                "STRIPE_PUBLISHABLE_KEY", OPTIONS.publishableKey(),
                "STRIPE_WEBHOOK_SECRET", OPTIONS.webhookSecret());
    }

    public static void deliverWebhooksTo(String url) {
        SIMULATOR.deliverWebhooksTo(URI.create(url), OPTIONS.webhookSecret());
    }
}
