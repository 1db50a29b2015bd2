package io.housemates.localstack.stripe.payment;

import java.time.Duration;
import java.util.Map;

import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Ids;
import io.housemates.localstack.stripe.state.StripeObject;

/** A buyer's bank takes the money back until somebody is found right. Its fields are its JSON. */
final class Dispute implements StripeObject {

    static final String KIND = "dispute";
    private static final String NEEDS_RESPONSE = "needs_response";
    private static final String UNDER_REVIEW = "under_review";
    private static final long TIME_TO_RESPOND = Duration.ofDays(7).toSeconds();

    private String id;
    private String object = KIND;
    private long amount;
    private String charge;
    private long created;
    private String currency;
    private EvidenceDetails evidenceDetails;
    private boolean isChargeRefundable;
    private boolean livemode;
    private Map<String, String> metadata = Map.of();
    private String paymentIntent;
    private String reason;
    private String status = NEEDS_RESPONSE;

    /** @param dueBy seconds since the epoch, null once the bank has it */
    record EvidenceDetails(Long dueBy, boolean hasEvidence, boolean pastDue, int submissionCount) {
    }

    private Dispute() {
    }

    static Dispute of(Charge charge, String reason, long now) {
        Dispute dispute = new Dispute();
        dispute.id = Ids.next("dp");
        dispute.amount = charge.refundable();
        dispute.charge = charge.id();
        dispute.created = now;
        dispute.currency = charge.currency();
        dispute.evidenceDetails = new EvidenceDetails(now + TIME_TO_RESPOND, false, false, 0);
        dispute.paymentIntent = charge.paymentIntent();
        dispute.reason = reason;
        return dispute;
    }

    /** The merchant answered; now the bank decides. */
    void respond() {
        if (!status.equals(NEEDS_RESPONSE)) {
            throw StripeError.refused(null, "Dispute " + id + " waits for no response.");
        }
        status = UNDER_REVIEW;
        evidenceDetails = new EvidenceDetails(null, true, false, 1);
    }

    void close(boolean won) {
        if (!status.equals(NEEDS_RESPONSE) && !status.equals(UNDER_REVIEW)) {
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
