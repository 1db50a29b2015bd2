package io.housemates.checkout.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Payments;
import io.smallrye.mutiny.Uni;

/** Writes down what Stripe shows of a session's payment before anything is decided; in the caller's transaction. */
@ApplicationScoped
class PaymentNews {

    private final Payments payments;
    private final ReturnedMoney returned;

    PaymentNews(Payments payments, ReturnedMoney returned) {
        this.payments = payments;
        this.returned = returned;
    }

    /** @param shown null when Stripe was not asked */
    Uni<Void> take(CheckoutSession session, Payment payment, Shown shown, String actor) {
        if (shown == null) {
            return Uni.createFrom().voidItem();
        }
        return payments.mirror(payment, shown.intent(), actor)
                .chain(() -> shown.refunds().isEmpty() && shown.disputes().isEmpty() ? Uni.createFrom().voidItem()
                        : returned.shown(session, payment, shown));
    }
}
