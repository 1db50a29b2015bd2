package io.housemates.localstack.stripe.payment;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.localstack.stripe.event.Cause;
import io.housemates.localstack.stripe.state.Json;

/** What people do in Stripe's own dashboard and what banks decide: none of it begins with a request of the product. */
public final class Dashboard {

    private final Ledger ledger;
    private final Confirmation confirmation;
    private final Refunding refunding;
    private final Disputes disputes;

    Dashboard(Ledger ledger, Confirmation confirmation, Refunding refunding, Disputes disputes) {
        this.ledger = ledger;
        this.confirmation = confirmation;
        this.refunding = refunding;
        this.disputes = disputes;
    }

    /** Ends {@code processing}. */
    public Object settle(String intent, boolean paid) {
        PaymentIntent found = find(intent);
        confirmation.settle(found, paid);
        return found;
    }

    /** Ends {@code requires_action} as the authentication page would. */
    public Object authenticate(String intent, boolean passed) {
        PaymentIntent found = find(intent);
        confirmation.authenticated(found, passed);
        return found;
    }

    public Object cancel(String intent) {
        PaymentIntent found = find(intent);
        found.cancel(null, ledger.now());
        ledger.intents().put(found);
        ledger.announce("payment_intent.canceled", found, Cause.ownMotion());
        return found;
    }

    /** @param amount in minor units; everything that is left if empty */
    public Object refund(String intent, Optional<Long> amount) {
        return refunding.refund(ledger.paidCharge(find(intent)), amount, "requested_by_customer", Map.of(), Cause.ownMotion());
    }

    /** The bank's word on a refund. */
    public Object settleRefund(String refund, boolean arrived) {
        Refund found = ledger.refund(refund);
        if (arrived) {
            refunding.arrive(found);
        } else {
            refunding.fail(found, "expired_or_canceled_card");
        }
        return found;
    }

    public Object dispute(String intent, String reason) {
        return disputes.open(ledger.paidCharge(find(intent)), reason);
    }

    public Object respondToDispute(String dispute) {
        return disputes.respond(dispute);
    }

    public Object closeDispute(String dispute, boolean won) {
        return disputes.close(dispute, won);
    }

    /** Overwrites fields of an intent with anything, also what Stripe would never do, to see whether the product checks. */
    public Object alter(String intent, JsonNode fields) {
        ObjectNode altered = (ObjectNode) Json.tree(find(intent));
        altered.setAll((ObjectNode) fields);
        PaymentIntent after = Json.read(altered, PaymentIntent.class);
        ledger.intents().put(after);
        return after;
    }

    private PaymentIntent find(String id) {
        return ledger.intent(id, "intent");
    }
}
