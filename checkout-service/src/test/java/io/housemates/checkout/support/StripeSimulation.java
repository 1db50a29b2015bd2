package io.housemates.checkout.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.housemates.localstack.testing.StripeResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stripe's stand-in for the service under test, told where to send its webhooks. */
public class StripeSimulation implements QuarkusTestResourceLifecycleManager {

    private final StripeResource stripe = new StripeResource();

    @Override
    public Map<String, String> start() {
        int port = freePort();
        Map<String, String> settings = new HashMap<>(stripe.start());
        StripeResource.deliverWebhooksTo(URI.create("http://127.0.0.1:" + port + "/stripe/webhooks"));
        settings.put("quarkus.http.test-port", Integer.toString(port));
        // a port of 0 here and another there would give the two servers different metric tags
        settings.put("quarkus.management.test-port", Integer.toString(freePort()));
        // lost answers are waited for in tests, so the wait is short, and whatever failed is soon tried again
        settings.put("housemates.stripe.read-timeout", "2s");
        settings.put("housemates.stripe.circuit.pause", "1s");
        settings.put("housemates.checkout.lease", "3s");
        // a test that lets days pass is not to look at its bookings for months
        settings.put("housemates.checkout.watch-for", "3d");
        settings.put("housemates.checkout.measure-every", "1s");
        settings.put("ADMIN_TOKEN", Admin.TOKEN);
        // as behind a proxy: tests' own clients are its one address
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        return settings;
    }

    @Override
    public void stop() {
        stripe.stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
