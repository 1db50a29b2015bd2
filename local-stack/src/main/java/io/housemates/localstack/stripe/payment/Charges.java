package io.housemates.localstack.stripe.payment;

import java.util.Optional;

import io.housemates.localstack.stripe.http.ApiRequest;
import io.housemates.localstack.stripe.http.Listing;

/** {@code /v1/charges}: read only, since charges come from payment intents. */
public final class Charges {

    private final Ledger ledger;

    Charges(Ledger ledger) {
        this.ledger = ledger;
    }

    public Object retrieve(ApiRequest request) {
        return ledger.charge(request.target(), "charge");
    }

    public Object list(ApiRequest request) {
        Optional<String> intent = request.form().text("payment_intent");
        return Listing.of(ledger.charges(), request, charge -> intent.isEmpty() || charge.paymentIntent().equals(intent.get()));
    }
}
