package io.housemates.checkout.session;

import java.time.Instant;

import io.housemates.checkout.payment.Pauses;

/** When the reconciler asks Stripe about a session again: after 1 min, 5 min, 1 h, then daily, and when the session expires. */
final class Checks {

    private Checks() {
    }

    /** @param done how many checks there were so far */
    static Instant after(int done, CheckoutSession session, Instant now) {
        Instant check = now.plus(Pauses.after(done));
        return now.isBefore(session.expiresAt) && check.isAfter(session.expiresAt) ? session.expiresAt : check;
    }

    /** Of a booking whose money came and about which nothing is left to do; null for any other session, and in the end. */
    static Instant ofBooking(CheckoutSession session, CheckoutConfig config, Instant now) {
        Instant check = now.plus(config.watchEvery());
        boolean watched = session.is(SessionState.COMPLETED) && !session.isFree();
        return watched && check.isBefore(session.createdAt.plus(config.watchFor())) ? check : null;
    }
}
