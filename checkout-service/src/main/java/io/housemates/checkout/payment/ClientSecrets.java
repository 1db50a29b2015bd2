package io.housemates.checkout.payment;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What a student's browser needs to pay a session's intent; asked of Stripe each time, because it is never stored. */
@ApplicationScoped
public class ClientSecrets {

    private final Payments payments;
    private final Stripe stripe;

    ClientSecrets(Payments payments, Stripe stripe) {
        this.payments = payments;
        this.stripe = stripe;
    }

    /** Only for a session that has something to pay. */
    public Uni<String> of(String sessionId) {
        return Panache.withSession(() -> payments.findById(sessionId))
                .chain(payment -> stripe.retrieve(payment.intentId())).map(Intent::clientSecret);
    }
}
