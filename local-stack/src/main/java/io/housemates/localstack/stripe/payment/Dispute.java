package io.housemates.localstack.stripe.payment;

import java.util.Map;

import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Ids;
import io.housemates.localstack.stripe.state.StripeObject;

/** A buyer's bank takes the money back until somebody is found right. Its fields are its JSON. */
final class Dispute implements StripeObject {

    static final String KIND = "dispute";

    private String id;
    private String object = KIND;
    private long amount;
    private String charge;
    private long created;
    private String currency;
    private boolean isChargeRefundable;
    private boolean livemode;
    private Map<String, String> metadata = Map.of();
    private String paymentIntent;
    private String reason;
    private String status = "needs_response";

    private Dispute() {
    }

    static Dispute of(Charge charge, String reason, long now) {
        Dispute dispute = new Dispute();
        dispute.id = Ids.next("dp");
        dispute.amount = charge.refundable();
        dispute.charge = charge.id();
        dispute.created = now;
        dispute.currency = charge.currency();
        dispute.paymentIntent = charge.paymentIntent();
        dispute.reason = reason;
        return dispute;
    }

    void close(boolean won) {
        if (!status.equals("needs_response")) {
            throw StripeError.refused(null, "Dispute " + id + " is closed already.");
        }
        status = won ? "won" : "lost";
    }

    String charge() {
        return charge;
    }

    String paymentIntent() {
        return paymentIntent;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String object() {
        return object;
    }

    @Override
    public long created() {
        return created;
    }
}
