package io.housemates.localstack.stripe.state;

/** Anything with an id that Stripe keeps: an intent, a charge, a refund, a dispute, an event. */
public interface StripeObject {

    String id();

    /** Stripe's name of the type, e.g. {@code payment_intent}. */
    String object();

    /** Seconds since the epoch. */
    long created();
}
