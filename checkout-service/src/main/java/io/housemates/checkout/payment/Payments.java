package io.housemates.checkout.payment;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.housemates.checkout.audit.Audit;
import io.housemates.platform.Money;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** The mirrors of our PaymentIntents and every way in which they move; each runs in the caller's transaction. */
@ApplicationScoped
public class Payments implements PanacheRepositoryBase<Payment, String> {

    private final Audit audit;
    private final Clock clock;

    Payments(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The idempotency key of a session's first PaymentIntent, see {@link Payment#idempotencyKey()}. */
    public static String firstKey(String sessionId) {
        return Payment.keyOf(sessionId, 1);
    }

    public Uni<Payment> begin(String sessionId, Money money, String actor) {
        var payment = new Payment();
        payment.sessionId = sessionId;
        payment.state = PaymentState.INIT;
        payment.amount = money.amount();
        payment.currency = money.currency();
        payment.createdAt = clock.instant();
        payment.updatedAt = payment.createdAt;
        return persist(payment).call(() -> audit.record(payment.begin(), "checkout started", actor));
    }

    /** Null where the deposit is 0. */
    public Uni<Payment> lock(String sessionId) {
        return findById(sessionId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Takes over what Stripe shows; news that our state is already past changes nothing. */
    public Uni<Void> mirror(Payment payment, Intent intent, String actor) {
        payment.adopt(intent);
        payment.lastError = payment.state().isRefunding() ? payment.lastError : null;
        if (payment.state().isSettled() || payment.is(intent.state()) || !payment.state().canBecome(intent.state())) {
            return Uni.createFrom().voidItem();
        }
        return move(payment, intent.state(), "Stripe shows it", actor);
    }

    /** Stripe refuses to tell of it. */
    public void untold(Payment payment, String why) {
        payment.lastError = why;
    }

    /** Stripe was asked to create the intent and gave no answer. */
    public Uni<Void> lost(Payment payment, String actor) {
        return move(payment, PaymentState.UNKNOWN, "no answer from Stripe", actor);
    }

    public Uni<Void> fail(Payment payment, String why, String actor) {
        payment.lastError = why;
        return move(payment, PaymentState.FAILED, why, actor);
    }

    /** Takes the state that its refunds leave it in. */
    Uni<Void> follow(Payment payment, Balance balance, String why, String actor) {
        payment.refundedAmount = balance.refunded();
        payment.lastError = balance.lastError();
        return payment.is(balance.state()) ? Uni.createFrom().voidItem() : move(payment, balance.state(), why, actor);
    }

    private Uni<Void> move(Payment payment, PaymentState next, String why, String actor) {
        return audit.record(payment.become(next, clock.instant()), why, actor);
    }
}
