package io.housemates.localstack.stripe.payment;

import java.util.Optional;

import io.housemates.localstack.stripe.state.Later;
import io.housemates.localstack.stripe.state.StripeObject;

/** The simulated Stripe account: one ledger, and what can be done with it. */
public final class Account {

    private final Ledger ledger;
    private final Confirmation confirmation;
    private final PaymentMethods methods;

    public Account(Ledger ledger, Later later, String authenticationPage) {
        this.ledger = ledger;
        this.confirmation = new Confirmation(ledger, later, authenticationPage);
        this.methods = new PaymentMethods(ledger);
    }

    public PaymentIntents paymentIntents() {
        return new PaymentIntents(ledger, methods, confirmation);
    }

    public PaymentMethods paymentMethods() {
        return methods;
    }

    public Charges charges() {
        return new Charges(ledger);
    }

    /** Any object by its id, as {@code expand} needs it. */
    public Optional<? extends StripeObject> find(String id) {
        return ledger.find(id);
    }

    /** After a restart: what was on its way goes on. */
    public void resume() {
        confirmation.resume();
    }
}
