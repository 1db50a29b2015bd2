package io.housemates.localstack.stripe.payment;

/** What a test card does when a payment is confirmed with it, or later. */
enum Behaviour {
    SUCCEEDS,
    DECLINED,
    /** Asks the buyer to authenticate (3-D Secure), then succeeds. */
    AUTHENTICATES,
    /** Asks the buyer to authenticate, then the issuer says no. */
    AUTHENTICATES_THEN_DECLINED,
    /** Stays in {@code processing} until it is settled through the control API. */
    PROCESSES,
    /** Succeeds a second after it began to process. */
    PROCESSES_THEN_SUCCEEDS,
    /** Fails a second after it began to process. */
    PROCESSES_THEN_FAILS,
    /** Succeeds; a refund fails a moment after it was made. */
    REFUND_FAILS,
    /** Succeeds; a refund is pending first. */
    REFUND_PENDING,
    /** Succeeds, and the buyer disputes it at once. */
    DISPUTED
}
