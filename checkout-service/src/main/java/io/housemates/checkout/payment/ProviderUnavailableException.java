package io.housemates.checkout.payment;

import java.time.Duration;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.platform.api.ApiException;

/** Stripe gave no usable answer, so what was asked may or may not have happened. */
public class ProviderUnavailableException extends ApiException {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    public ProviderUnavailableException() {
        super(CheckoutError.PAYMENT_PROVIDER_UNAVAILABLE, null, RETRY_AFTER);
    }
}
