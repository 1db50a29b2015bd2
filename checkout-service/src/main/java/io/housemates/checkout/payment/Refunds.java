package io.housemates.checkout.payment;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.audit.Audit;
import io.housemates.platform.Ulids;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** What goes back of our payments; each method runs in the caller's transaction, under the payment's lock. */
@ApplicationScoped
public class Refunds implements PanacheRepositoryBase<Refund, String> {

    private static final String NOT_GIVEN = "what was owed was not given after all";

    private final Payments payments;
    private final Disputes disputes;
    private final Audit audit;
    private final Ulids ulids;
    private final Clock clock;

    Refunds(Payments payments, Disputes disputes, Audit audit, Ulids ulids, Clock clock) {
        this.payments = payments;
        this.disputes = disputes;
        this.audit = audit;
        this.ulids = ulids;
        this.clock = clock;
    }

    /**
     * Writes down what is to go back; it is made afterwards, outside the transaction.
     *
     * @param portion of what was agreed that is to be back in the end, whoever gives it
     * @return minor units that are to go back now, 0 where nothing is left to do
     */
    public Uni<Long> request(Payment payment, Portion portion, String why, String actor) {
        payment.toKeep = payment.amount - portion.of(payment.amount);
        return balance(payment).chain(balance -> request(payment, balance.left() - payment.toKeep, why, actor));
    }

    /** Of what was decided to go back, what is not given any more: a bank sent back what people at Stripe had given. */
    Uni<Void> requestAgain(Payment payment, String actor) {
        return payment.toKeep == null ? Uni.createFrom().voidItem()
                : balance(payment).chain(balance -> balance.isWithheld() ? Uni.createFrom().voidItem()
                        : request(payment, balance.left() - payment.toKeep, NOT_GIVEN, actor).replaceWithVoid());
    }

    private Uni<Long> request(Payment payment, long amount, String why, String actor) {
        return amount <= 0 ? Uni.createFrom().item(0L)
                : begin(payment, amount, true, why, actor).invoke(refund -> refund.kept = payment.toKeep)
                        .chain(() -> settle(payment, why, actor)).replaceWith(amount);
    }

    /** The reason of the first that is ours; null where none is. */
    public Uni<String> reasonOf(String sessionId) {
        return find("sessionId = ?1 and ours = true order by createdAt, id", sessionId).<Refund> firstResult()
                .map(refund -> refund == null ? null : refund.reason());
    }

    /** What a bank refused is tried again without waiting for its time. */
    public Uni<Void> tryNow(Payment payment) {
        return balance(payment).invoke(balance -> balance.refunds().forEach(Refund::tryNow)).replaceWithVoid();
    }

    Uni<Refund> begin(Payment payment, long amount, boolean ours, String why, String actor) {
        var refund = new Refund();
        refund.id = ulids.next();
        refund.sessionId = payment.sessionId;
        refund.state = RefundState.PENDING;
        refund.amount = amount;
        refund.currency = payment.received().currency();
        refund.reason = why;
        refund.ours = ours;
        refund.createdAt = clock.instant();
        refund.updatedAt = refund.createdAt;
        return persist(refund).call(() -> audit.record(refund.begin(), why, actor));
    }

    Uni<Void> move(Refund refund, RefundState next, String why, String actor) {
        return audit.record(refund.become(next, clock.instant()), why, actor);
    }

    /** The payment follows from its refunds. */
    Uni<Void> settle(Payment payment, String why, String actor) {
        return balance(payment).chain(balance -> payments.follow(payment, balance, why, actor));
    }

    Uni<Balance> balance(Payment payment) {
        return list("sessionId = ?1 order by createdAt, id", payment.sessionId)
                .chain(refunds -> disputes.of(payment)
                        .map(disputed -> new Balance(payment.received().amount(), refunds, disputed)));
    }
}
