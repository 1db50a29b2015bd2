package io.housemates.checkout.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Payments;
import io.housemates.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** Gives work a session and its payment under their locks, in one transaction. */
@ApplicationScoped
class LockedSessions {

    private final CheckoutSessions sessions;
    private final Payments payments;
    private final Outbox outbox;

    LockedSessions(CheckoutSessions sessions, Payments payments, Outbox outbox) {
        this.sessions = sessions;
        this.payments = payments;
        this.outbox = outbox;
    }

    interface Work<T> {

        /** @param payment null where the deposit is 0 */
        Uni<T> on(CheckoutSession session, Payment payment);
    }

    <T> Uni<T> with(String sessionId, Work<T> work) {
        return outbox.transaction(() -> sessions.lock(sessionId)
                .chain(session -> payments.lock(sessionId).chain(payment -> work.on(session, payment))));
    }
}
