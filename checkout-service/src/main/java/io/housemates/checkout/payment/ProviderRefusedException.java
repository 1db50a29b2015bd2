package io.housemates.checkout.payment;

/** Stripe answered no; {@link #code()} is its error code, or null. */
public class ProviderRefusedException extends RuntimeException {

    static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";
    static final String ALREADY_REFUNDED = "charge_already_refunded";

    private final String code;

    ProviderRefusedException(String code, int status) {
        super("Stripe refused code=" + code + " status=" + status);
        this.code = code;
    }

    String code() {
        return code;
    }
}
