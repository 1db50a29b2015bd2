package io.housemates.checkout.hosted.guard;

import jakarta.enterprise.context.ApplicationScoped;

/** What a page may load: its own files, what carries its nonce, and Stripe. */
@ApplicationScoped
class ContentPolicy {

    private final StripeHosts stripe;
    private final PageNonce nonce;

    ContentPolicy(HostedConfig config, PageNonce nonce) {
        this.stripe = StripeHosts.of(config.stripeScript());
        this.nonce = nonce;
    }

    /** Content-Security-Policy for the answer under way. */
    String text() {
        return "default-src 'none'; script-src 'nonce-" + nonce.value() + "' " + stripe.script()
                + "; style-src 'self' 'nonce-" + nonce.value() + "'; img-src 'self'; connect-src 'self' " + stripe.connect()
                + "; frame-src " + stripe.frame() + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
