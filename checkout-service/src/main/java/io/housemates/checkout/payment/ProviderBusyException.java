package io.housemates.checkout.payment;

/** Stripe answered that it does not take this call now; it is there for others. */
public class ProviderBusyException extends ProviderUnavailableException {
}
