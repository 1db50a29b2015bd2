package io.housemates.checkout.payment;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.platform.api.ApiException;

/** Stripe answered no; {@link #code()} is its error code, or null. */
public class ProviderRefusedException extends ApiException {

    static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";

    private final int status;

    ProviderRefusedException(String code, int status) {
        super(CheckoutError.PAYMENT_PROVIDER_REFUSED, code);
        this.status = status;
    }

    public String code() {
        return data();
    }

    @Override
    public String getMessage() {
        return "Stripe refused code=" + code() + " status=" + status;
    }
}
