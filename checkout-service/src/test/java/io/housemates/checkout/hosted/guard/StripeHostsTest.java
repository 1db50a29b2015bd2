package io.housemates.checkout.hosted.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

class StripeHostsTest {

    /** Source: Stripe, "Security guide: Content Security Policy". */
    @Test
    void areTheOnesThatStripeNames() {
        var stripe = StripeHosts.of(URI.create("https://js.stripe.com/v3/"));
        assertThat(stripe.script()).isEqualTo("https://js.stripe.com https://*.js.stripe.com");
        assertThat(stripe.frame()).isEqualTo("https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com");
        assertThat(stripe.connect()).isEqualTo("https://api.stripe.com");
    }

    @Test
    void areASimulatorsOneHost() {
        var simulator = StripeHosts.of(URI.create("http://localhost:12111/stripe.js"));
        assertThat(simulator).isEqualTo(
                new StripeHosts("http://localhost:12111", "http://localhost:12111", "http://localhost:12111"));
    }
}
