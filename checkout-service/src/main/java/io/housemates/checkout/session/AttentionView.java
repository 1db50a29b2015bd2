package io.housemates.checkout.session;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A session that people should look at.
 *
 * @param lastError why the refund failed, why Stripe does not tell of the payment, or what does not agree; null otherwise
 * @param disputeReason why a bank disputes the payment and waits for an answer, given in Stripe's dashboard; null otherwise
 * @param respondBy until when it waits, null otherwise
 * @param attentionUntil when the money goes back by itself, null where it does already
 */
record AttentionView(@JsonProperty("session_id") String sessionId, @JsonProperty("partner_id") String partnerId, String state,
        @JsonProperty("payment_state") String paymentState, @JsonProperty("payment_intent") String paymentIntent,
        @JsonProperty("last_error") String lastError, @JsonProperty("attention_until") Instant attentionUntil,
        @JsonProperty("dispute_reason") String disputeReason, @JsonProperty("respond_by") Instant respondBy) {
}
