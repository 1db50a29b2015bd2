package io.housemates.checkout.payment;

/** Stripe answered no; {@link #code()} is its error code, or null. */
public class ProviderRefusedException extends RuntimeException {

    static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";

    private final String code;

    ProviderRefusedException(String code, int status) {
        super("Stripe refused code=" + code + " status=" + status);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
