package io.housemates.checkout.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.audit.Audit;
import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.NewIntent;
import io.housemates.checkout.payment.Payments;
import io.housemates.checkout.payment.Stripe;
import io.housemates.platform.Ulids;
import io.housemates.platform.partner.AccessToken;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Opens a session in three phases: write down what is meant, ask Stripe, write down what Stripe said. Whatever ends in
 * between is picked up by the {@link Reconciler} when the first phase's lease is over.
 */
@ApplicationScoped
class CheckoutStart {

    private static final String ACTOR = "partner";

    private final CheckoutSessions sessions;
    private final Payments payments;
    private final Stripe stripe;
    private final Audit audit;
    private final Ulids ulids;
    private final Clock clock;
    private final CheckoutConfig config;

    CheckoutStart(CheckoutSessions sessions, Payments payments, Stripe stripe, Audit audit, Ulids ulids, Clock clock,
            CheckoutConfig config) {
        this.sessions = sessions;
        this.payments = payments;
        this.stripe = stripe;
        this.audit = audit;
        this.ulids = ulids;
        this.clock = clock;
        this.config = config;
    }

    record Opened(CheckoutSession session, String clientSecret) {

        @Override
        public String toString() {
            return "Opened[session=" + session.id + "]";
        }
    }

    Uni<Opened> open(String partnerId, Offer offer, AccessToken token) {
        CheckoutSession session = session(partnerId, offer, token);
        return write(session)
                .chain(() -> session.isFree() ? Uni.createFrom().nullItem() : pay(session))
                .map(intent -> new Opened(session, intent == null ? null : intent.clientSecret()));
    }

    private CheckoutSession session(String partnerId, Offer offer, AccessToken token) {
        Instant now = clock.instant();
        var session = new CheckoutSession();
        session.id = ulids.next();
        session.tokenSha256 = token.sha256();
        session.partnerId = partnerId;
        session.operatorId = UUID.fromString(offer.operatorId());
        session.roomId = offer.roomId();
        session.periodId = offer.periodId();
        session.state = SessionState.OPEN;
        session.offer = offer;
        session.amount = offer.holdingDeposit().amount();
        session.currency = offer.holdingDeposit().currency();
        session.createdAt = now;
        session.expiresAt = now.plus(config.sessionLife());
        session.nextStepAt = session.isFree() ? session.expiresAt : now.plus(config.lease());
        return session;
    }

    private Uni<Void> write(CheckoutSession session) {
        return Panache.withTransaction(() -> sessions.persist(session)
                .call(() -> audit.record(session.begin(), "checkout started", ACTOR))
                .call(() -> session.isFree() ? Uni.createFrom().voidItem()
                        : payments.begin(session.id, session.money(), ACTOR)))
                .replaceWithVoid();
    }

    private Uni<Intent> pay(CheckoutSession session) {
        return stripe.create(newIntent(session), "intent-" + session.id + "-1")
                .onFailure().call(() -> writeLost(session.id))
                .call(intent -> writeIntent(session.id, intent));
    }

    static NewIntent newIntent(CheckoutSession session) {
        return new NewIntent(session.id, session.money(), Map.of("session_id", session.id, "partner_id", session.partnerId,
                "room_id", session.roomId, "booking_period_id", session.periodId));
    }

    private Uni<Void> writeIntent(String sessionId, Intent intent) {
        return Panache.withTransaction(() -> sessions.lock(sessionId)
                .invoke(session -> session.nextStepAt = Checks.after(0, session, clock.instant()))
                .chain(() -> payments.lock(sessionId))
                .chain(payment -> payments.mirror(payment, intent, ACTOR)));
    }

    private Uni<Void> writeLost(String sessionId) {
        return Panache.withTransaction(() -> sessions.lock(sessionId)
                .invoke(session -> session.nextStepAt = clock.instant())
                .chain(() -> payments.lock(sessionId))
                .chain(payment -> payments.lost(payment, ACTOR)));
    }
}
