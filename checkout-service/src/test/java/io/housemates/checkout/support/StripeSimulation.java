package io.housemates.checkout.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.housemates.localstack.stripe.StripeSimulator;
import io.housemates.localstack.stripe.StripeSimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stripe's stand-in for the service under test, told where to send its webhooks. */
public class StripeSimulation implements QuarkusTestResourceLifecycleManager {

    private static final String WEBHOOK_SECRET = "whsec_simulator";

    private StripeSimulator simulator;

    @Override
    public Map<String, String> start() {
        int port = freePort();
        var options = StripeSimulatorOptions.defaults();
        simulator = StripeSimulator.start(
                options.withWebhooks(URI.create("http://127.0.0.1:" + port + "/stripe/webhooks"), WEBHOOK_SECRET));
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.test-port", Integer.toString(port));
        // a port of 0 here and another there would give the two servers different metric tags
        settings.put("quarkus.management.test-port", Integer.toString(freePort()));
        settings.put("STRIPE_API_BASE", simulator.baseUrl());
        settings.put("STRIPE_SECRET_KEY", options.secretKey());
        settings.put("STRIPE_PUBLISHABLE_KEY", options.publishableKey());
        settings.put("STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET);
        settings.put("ADMIN_TOKEN", Admin.TOKEN);
        return settings;
    }

    @Override
    public void stop() {
        simulator.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
