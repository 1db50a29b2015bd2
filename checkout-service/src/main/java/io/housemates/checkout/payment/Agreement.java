package io.housemates.checkout.payment;

/** What must be true of a paid intent before anything is booked for it: it is the session's, and what was agreed with it. */
final class Agreement {

    private Agreement() {
    }

    /**
     * What is not as agreed, null when all is. What people at Stripe gave back does not count as paid; where they gave all
     * back there is nothing to disagree about.
     */
    static String broken(Payment payment, Intent intent) {
        if (!payment.sessionId.equals(intent.sessionId())) {
            return "the intent names another session";
        }
        if (payment.livemode != intent.livemode()) {
            return "livemode is " + intent.livemode() + " now";
        }
        if (!payment.currency.equals(intent.amount().currency())) {
            return "paid in " + intent.amount().currency() + " instead of " + payment.currency;
        }
        return intent.isGivenBack() || intent.kept() == payment.amount ? null
                : "paid " + intent.kept() + " instead of " + payment.amount;
    }
}
