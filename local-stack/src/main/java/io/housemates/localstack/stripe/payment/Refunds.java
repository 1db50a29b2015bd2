package io.housemates.localstack.stripe.payment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.housemates.localstack.stripe.event.Cause;
import io.housemates.localstack.stripe.http.ApiRequest;
import io.housemates.localstack.stripe.http.Form;
import io.housemates.localstack.stripe.http.Listing;
import io.housemates.localstack.stripe.http.StripeError;

/** {@code /v1/refunds}: of a charge, or of the charge that a payment intent succeeded with. */
public final class Refunds {

    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");

    private final Ledger ledger;
    private final Refunding refunding;

    Refunds(Ledger ledger, Refunding refunding) {
        this.ledger = ledger;
        this.refunding = refunding;
    }

    public Object create(ApiRequest request) {
        Form form = request.form().allowOnly(Set.of("payment_intent", "charge", "amount", "reason", "metadata"));
        Optional<Long> amount = form.integer("amount");
        if (amount.filter(part -> part < 1).isPresent()) {
            throw StripeError.badParameter("parameter_invalid_integer", "amount",
                    "This value must be greater than or equal to 1.");
        }
        return refunding.refund(charge(form), amount, form.choice("reason", REASONS).orElse(null),
                Metadata.merged(Map.of(), form), Cause.of(request));
    }

    public Object retrieve(ApiRequest request) {
        return ledger.refund(request.target());
    }

    public Object update(ApiRequest request) {
        Form form = request.form().allowOnly(Set.of("metadata"));
        Refund refund = ledger.refund(request.target());
        refund.describe(Metadata.merged(refund.metadata(), form));
        ledger.refunds().put(refund);
        ledger.announce("refund.updated", refund, Cause.of(request));
        return refund;
    }

    public Object list(ApiRequest request) {
        Optional<String> intent = request.form().text("payment_intent");
        Optional<String> charge = request.form().text("charge");
        return Listing.of(ledger.refunds(), request,
                refund -> intent.map(refund.paymentIntent()::equals).orElse(true)
                        && charge.map(refund.charge()::equals).orElse(true));
    }

    private Charge charge(Form form) {
        if (form.has("charge")) {
            return ledger.charge(form.requireText("charge"), "charge");
        }
        return ledger.paidCharge(ledger.intent(form.requireText("payment_intent"), "payment_intent"));
    }
}
