package io.housemates.localstack.stripe.payment;

import java.util.Optional;

import io.housemates.localstack.stripe.event.Cause;
import io.housemates.localstack.stripe.http.ApiRequest;
import io.housemates.localstack.stripe.http.Listing;
import io.housemates.localstack.stripe.http.StripeError;

/** {@code /v1/disputes}, read only: buyers open disputes and banks close them. */
public final class Disputes {

    private final Ledger ledger;

    Disputes(Ledger ledger) {
        this.ledger = ledger;
    }

    public Object retrieve(ApiRequest request) {
        return get(request.target());
    }

    public Object list(ApiRequest request) {
        Optional<String> intent = request.form().text("payment_intent");
        Optional<String> charge = request.form().text("charge");
        return Listing.of(ledger.disputes(), request,
                dispute -> intent.map(dispute.paymentIntent()::equals).orElse(true)
                        && charge.map(dispute.charge()::equals).orElse(true));
    }

    Dispute open(Charge charge, String reason) {
        charge.dispute();
        Dispute dispute = Dispute.of(charge, reason, ledger.now());
        ledger.charges().put(charge);
        ledger.disputes().put(dispute);
        ledger.announce("charge.dispute.created", dispute, Cause.ownMotion());
        ledger.announce("charge.dispute.funds_withdrawn", dispute, Cause.ownMotion());
        return dispute;
    }

    Dispute respond(String id) {
        Dispute dispute = get(id);
        dispute.respond();
        ledger.disputes().put(dispute);
        ledger.announce("charge.dispute.updated", dispute, Cause.ownMotion());
        return dispute;
    }

    Dispute close(String id, boolean won) {
        Dispute dispute = get(id);
        dispute.close(won);
        ledger.disputes().put(dispute);
        ledger.announce("charge.dispute.closed", dispute, Cause.ownMotion());
        if (won) {
            Charge charge = ledger.charge(dispute.charge(), "charge");
            charge.keep();
            ledger.charges().put(charge);
            ledger.announce("charge.dispute.funds_reinstated", dispute, Cause.ownMotion());
        }
        return dispute;
    }

    private Dispute get(String id) {
        return ledger.disputes().find(id).orElseThrow(() -> StripeError.noSuch("dispute", id, "dispute"));
    }
}
