package io.housemates.checkout.hosted.guard;

import java.net.URI;

/**
 * Where a page that takes a payment may load scripts from, put frames of and connect to. Source: Stripe, "Security guide:
 * Content Security Policy", section Stripe.js.
 */
record StripeHosts(String script, String frame, String connect) {

    private static final String OWN = "js.stripe.com";

    /** A simulator serves all three itself. */
    static StripeHosts of(URI script) {
        String origin = script.getScheme() + "://" + script.getAuthority();
        return OWN.equals(script.getHost())
                ? new StripeHosts("https://js.stripe.com https://*.js.stripe.com",
                        "https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com", "https://api.stripe.com")
                : new StripeHosts(origin, origin, origin);
    }
}
