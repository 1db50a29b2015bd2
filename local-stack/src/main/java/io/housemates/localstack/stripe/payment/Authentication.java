package io.housemates.localstack.stripe.payment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.housemates.localstack.stripe.http.StripeError;

/** What the 3-D Secure page does with the buyer's decision, and where it sends the buyer then. */
public final class Authentication {

    private final Ledger ledger;
    private final Confirmation confirmation;

    Authentication(Ledger ledger, Confirmation confirmation) {
        this.ledger = ledger;
        this.confirmation = confirmation;
    }

    /** Whether there is something to authenticate. */
    public boolean awaited(String intent, String clientSecret) {
        return find(intent, clientSecret).status() == IntentStatus.REQUIRES_ACTION;
    }

    /** @return where the buyer goes next, if the product named a page to return to */
    public Optional<String> decide(String id, String clientSecret, boolean passed) {
        PaymentIntent intent = find(id, clientSecret);
        Optional<String> returnUrl = Optional.ofNullable(intent.returnUrl());
        confirmation.authenticated(intent, passed);
        return returnUrl.map(url -> url + (url.contains("?") ? "&" : "?") + outcome(intent));
    }

    private PaymentIntent find(String id, String clientSecret) {
        PaymentIntent intent = ledger.intent(id, "payment_intent");
        if (!intent.clientSecret().equals(clientSecret)) {
            throw StripeError.noSuch("payment_intent", id, "payment_intent");
        }
        return intent;
    }

    private static String outcome(PaymentIntent intent) {
        return "payment_intent=" + encoded(intent.id())
                + "&payment_intent_client_secret=" + encoded(intent.clientSecret())
                + "&redirect_status=" + (intent.status() == IntentStatus.SUCCEEDED ? "succeeded" : "failed");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
