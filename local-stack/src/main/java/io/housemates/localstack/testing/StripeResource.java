package io.housemates.localstack.testing;

import java.net.URI;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Gives a service under test a Stripe to pay with: the simulator, and the settings that lead to it. */
public final class StripeResource implements QuarkusTestResourceLifecycleManager {

    private static final OncePerJvm STRIPE = new OncePerJvm("io.housemates.localstack.testing.SharedStripe");

    @Override
    public Map<String, String> start() {
        return STRIPE.call("settings", "");
    }

    /** Nothing: the simulator serves every test of this JVM and ends with it. */
    @Override
    public void stop() {
    }

    /** Where the simulator sends its events, signed with STRIPE_WEBHOOK_SECRET; until then it keeps them. */
    public static void deliverWebhooksTo(URI url) {
        STRIPE.call("deliverWebhooksTo", url.toString());
    }
}
