package io.housemates.checkout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Management;
import io.housemates.checkout.support.Stripe;
import io.quarkus.vertx.VertxContextSupport;

@CheckoutTest
class StripeSubscriptionTest {

    @Inject
    StripeSubscription subscription;

    @AfterEach
    void everythingIsToldAgain() {
        Stripe.tells(List.of("*"));
        check();
    }

    @Test
    void missesNothingWhereStripeTellsEverything() {
        check();
        assertThat(subscription.missing()).isEmpty();
    }

    @Test
    void namesWhatStripeDoesNotTell() {
        Stripe.tells(List.of("payment_intent.succeeded", "payment_intent.canceled", "charge.refunded", "refund.created",
                "refund.updated", "refund.failed"));
        check();
        assertThat(subscription.missing()).containsExactly("charge.dispute.closed", "charge.dispute.created",
                "charge.dispute.updated", "payment_intent.payment_failed");
        Management.metrics().body(containsString("stripe_webhook_types_missing 4.0"));
    }

    @Test
    void keepsWhatItKnowsWhileStripeIsAway() {
        check();
        Stripe.fails("GET", "/v1/webhook_endpoints", "status_503");
        check();
        assertThat(subscription.missing()).isEmpty();
        Management.metrics()
                .body(containsString("stripe_calls_seconds_count{call=\"list_webhook_endpoints\",outcome=\"unanswered\"}"));
    }

    private void check() {
        try {
            VertxContextSupport.subscribeAndAwait(subscription::check);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
