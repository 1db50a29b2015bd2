package io.housemates.checkout.payment;

import io.housemates.platform.Money;

/**
 * A PaymentIntent as Stripe shows it now.
 *
 * @param sessionId from its metadata, the recovery key
 * @param clientSecret lets the student's browser confirm it; never stored or logged
 * @param refunded minor units given back so far
 * @param disputed whether a bank ever disputed it
 */
public record Intent(String id, PaymentState state, Money amount, String sessionId, boolean livemode, String clientSecret,
        long refunded, boolean disputed) {

    public boolean isPaid() {
        return state == PaymentState.SUCCEEDED;
    }

    /** Minor units that were not given back, once it is paid. */
    long kept() {
        return amount.amount() - refunded;
    }

    boolean isGivenBack() {
        return kept() <= 0;
    }

    @Override
    public String toString() {
        return "Intent[id=" + id + ", state=" + state + "]";
    }
}
