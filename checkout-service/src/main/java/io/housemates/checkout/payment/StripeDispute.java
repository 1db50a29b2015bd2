package io.housemates.checkout.payment;

import java.time.Instant;
import java.util.Locale;

import io.housemates.platform.Money;

/**
 * A dispute as Stripe shows it now.
 *
 * @param refundable whether the bank only asks and has taken nothing yet
 * @param respondBy until when Stripe takes an answer, null where it waits for none
 */
public record StripeDispute(String id, DisputeState state, Money amount, String reason, boolean refundable,
        Instant respondBy) {

    static StripeDispute of(com.stripe.model.Dispute dispute) {
        var evidence = dispute.getEvidenceDetails();
        Long dueBy = evidence == null ? null : evidence.getDueBy();
        return new StripeDispute(dispute.getId(), DisputeState.of(dispute.getStatus()),
                new Money(dispute.getAmount(), dispute.getCurrency().toUpperCase(Locale.ROOT)), dispute.getReason(),
                Boolean.TRUE.equals(dispute.getIsChargeRefundable()), dueBy == null ? null : Instant.ofEpochSecond(dueBy));
    }
}
