package io.housemates.localstack.stripe.payment;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a payment stands.
 *
 * @see <a href="https://docs.stripe.com/payments/paymentintents/lifecycle">Stripe: the PaymentIntent's lifecycle</a>
 */
enum IntentStatus {

    @JsonProperty("requires_payment_method")
    REQUIRES_PAYMENT_METHOD,
    @JsonProperty("requires_confirmation")
    REQUIRES_CONFIRMATION,
    @JsonProperty("requires_action")
    REQUIRES_ACTION,
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("canceled")
    CANCELED;

    /** Nobody has asked for money yet, or the last try led nowhere: it may still be changed, confirmed or cancelled. */
    boolean open() {
        return this == REQUIRES_PAYMENT_METHOD || this == REQUIRES_CONFIRMATION || this == REQUIRES_ACTION;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
