package io.housemates.localstack.stripe.payment;

import java.util.Map;

import io.housemates.localstack.stripe.state.Ids;
import io.housemates.localstack.stripe.state.StripeObject;

/** Money on its way back to the buyer. Its fields are its JSON. */
final class Refund implements StripeObject {

    static final String KIND = "refund";

    private String id;
    private String object = KIND;
    private long amount;
    private String charge;
    private long created;
    private String currency;
    private String failureReason;
    private Map<String, String> metadata;
    private String paymentIntent;
    private String reason;
    private String status;

    private Refund() {
    }

    /** @param pending whether the bank takes its time */
    static Refund of(Charge charge, long amount, String reason, Map<String, String> metadata, boolean pending, long now) {
        Refund refund = new Refund();
        refund.id = Ids.next("re");
        refund.amount = amount;
        refund.charge = charge.id();
        refund.created = now;
        refund.currency = charge.currency();
        refund.metadata = metadata;
        refund.paymentIntent = charge.paymentIntent();
        refund.reason = reason;
        refund.status = pending ? "pending" : "succeeded";
        return refund;
    }

    void arrive() {
        status = "succeeded";
    }

    void fail(String why) {
        status = "failed";
        failureReason = why;
    }

    void describe(Map<String, String> metadata) {
        this.metadata = metadata;
    }

    boolean pending() {
        return status.equals("pending");
    }

    boolean failed() {
        return status.equals("failed");
    }

    long amount() {
        return amount;
    }

    String charge() {
        return charge;
    }

    String paymentIntent() {
        return paymentIntent;
    }

    Map<String, String> metadata() {
        return metadata;
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
