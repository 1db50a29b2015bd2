package io.housemates.checkout.session;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Payments;
import io.housemates.checkout.payment.Stripe;
import io.housemates.checkout.payment.StripeDispute;
import io.housemates.checkout.payment.StripeRefund;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What Stripe has of a session's payment; asked outside any transaction. */
@ApplicationScoped
class AtStripe {

    private final CheckoutSessions sessions;
    private final Payments payments;
    private final Stripe stripe;

    AtStripe(CheckoutSessions sessions, Payments payments, Stripe stripe) {
        this.sessions = sessions;
        this.payments = payments;
        this.stripe = stripe;
    }

    /**
     * Before anything is booked, also where we know that it was paid: it may have gone back since. Null where nothing can be
     * booked any more, or nothing is to be paid.
     */
    Uni<Shown> beforeBooking(String sessionId) {
        return Panache.withSession(() -> sessions.get(sessionId)
                .chain(session -> session.is(SessionState.COMPLETED) ? Uni.createFrom().nullItem()
                        : payments.findById(sessionId)))
                .chain(payment -> payment == null || payment.intentId() == null || payment.state().isSettled()
                        ? Uni.createFrom().nullItem()
                        : look(payment));
    }

    /** Most payments stay whole and undisputed: the intent tells, and Stripe is not asked for lists of nothing. */
    Uni<Shown> look(Payment payment) {
        return stripe.retrieve(payment.intentId()).chain(intent -> refunds(payment, intent)
                .chain(refunds -> disputes(intent).map(disputes -> new Shown(intent, refunds, disputes))));
    }

    private Uni<List<StripeRefund>> refunds(Payment payment, Intent intent) {
        return intent.refunded() > 0 || payment.mayHaveRefunds() ? stripe.refundsOf(intent.id())
                : Uni.createFrom().item(List.of());
    }

    private Uni<List<StripeDispute>> disputes(Intent intent) {
        return intent.disputed() ? stripe.disputesOf(intent.id()) : Uni.createFrom().item(List.of());
    }
}
