package io.housemates.localstack.stripe.payment;

import java.util.Optional;
import java.util.function.Supplier;

import io.housemates.localstack.stripe.state.Later;
import io.housemates.localstack.stripe.state.StripeObject;

/** The simulated Stripe account: one ledger, and what can be done with it. */
public final class Account {

    private final Ledger ledger;
    private final Disputes disputes;
    private final Confirmation confirmation;
    private final Refunding refunding;
    private final PaymentMethods methods;
    private final PaymentIntentSearch search;

    public Account(Ledger ledger, Later later, Supplier<String> authenticationPage) {
        this.ledger = ledger;
        this.disputes = new Disputes(ledger);
        this.confirmation = new Confirmation(ledger, disputes, later, authenticationPage);
        this.refunding = new Refunding(ledger, later);
        this.methods = new PaymentMethods(ledger);
        this.search = new PaymentIntentSearch(ledger);
    }

    public PaymentIntents paymentIntents() {
        return new PaymentIntents(ledger, methods, confirmation);
    }

    public PaymentIntentSearch search() {
        return search;
    }

    public PaymentMethods paymentMethods() {
        return methods;
    }

    public Charges charges() {
        return new Charges(ledger);
    }

    public Refunds refunds() {
        return new Refunds(ledger, refunding);
    }

    public Disputes disputes() {
        return disputes;
    }

    public Authentication authentication() {
        return new Authentication(ledger, confirmation);
    }

    public Dashboard dashboard() {
        return new Dashboard(ledger, confirmation, refunding, disputes);
    }

    /** Any object by its id, as {@code expand} needs it. */
    public Optional<? extends StripeObject> find(String id) {
        return ledger.find(id);
    }

    /** After a restart: what was on its way goes on. */
    public void resume() {
        confirmation.resume();
        refunding.resume();
    }

    /** Forgets everything. */
    public void clear() {
        ledger.clear();
    }
}
