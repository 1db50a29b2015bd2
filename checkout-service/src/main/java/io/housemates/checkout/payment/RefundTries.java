package io.housemates.checkout.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Refunds that are ours to make: claimed in one transaction, asked of Stripe outside, written down in another. Each method
 * runs in the caller's transaction, under the payment's lock.
 */
@ApplicationScoped
public class RefundTries {

    /** By then more than an hour has passed, and what Stripe has was looked at before each try. */
    private static final int KEY_IS_SPENT = 7;

    private final Refunds refunds;
    private final Clock clock;

    RefundTries(Refunds refunds, Clock clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * The refund to make now, null when there is none. One that failed becomes a new try; one that is for more than is left,
     * because people at Stripe were faster, becomes smaller or is dropped, and where a bank sends back what they gave there is
     * one more. None as long as a bank has the money.
     *
     * @param dropped is told of each that is
     */
    public Uni<NewRefund> claim(Payment payment, String actor, Function<Refund, Uni<Void>> dropped) {
        return refunds.requestAgain(payment, actor).chain(() -> refunds.balance(payment))
                .chain(balance -> balance.isWithheld() ? Uni.createFrom().nullItem()
                        : claim(payment, balance, actor, dropped));
    }

    private Uni<NewRefund> claim(Payment payment, Balance now, String actor, Function<Refund, Uni<Void>> dropped) {
        return Uni.createFrom().item(now)
                .call(balance -> Multi.createFrom().iterable(balance.refunds()).filter(this::isToBeMade)
                        .onItem()
                        .transformToUniAndConcatenate(
                                refund -> fit(refund, balance.leftFor(refund) - refund.kept, actor, dropped))
                        .collect().last())
                .call(() -> refunds.settle(payment, "trying again", actor))
                .map(balance -> balance.refunds().stream().filter(this::isToBeMade).findFirst()
                        .map(refund -> refund.order(payment.intentId)).orElse(null));
    }

    private boolean isToBeMade(Refund refund) {
        return refund.isToBeMade(clock.instant());
    }

    /** When a refund that a bank refused is tried again, null where none waits. */
    public Uni<Instant> nextTry(Payment payment) {
        return refunds.balance(payment).map(Balance::nextTry);
    }

    private Uni<Void> fit(Refund refund, long left, String actor, Function<Refund, Uni<Void>> dropped) {
        if (left <= 0) {
            return refunds.move(refund, RefundState.DROPPED, "given back at Stripe", actor).chain(() -> dropped.apply(refund));
        }
        refund.tryFor(left);
        return refund.is(RefundState.FAILED) ? refunds.move(refund, RefundState.PENDING, "trying again", actor)
                : Uni.createFrom().voidItem();
    }

    /**
     * Stripe said no: nothing happened, and the next try is a new one.
     *
     * @return null when another try has got further meanwhile
     */
    public Uni<Refund> refused(Payment payment, NewRefund order, String why, String actor) {
        return failed(payment, order, refund -> refund.fails(why, true), actor);
    }

    /**
     * Stripe said nothing: it may have happened, so the same is asked again. Stripe may keep answering with an error that it
     * remembers, so in the end the next try is a new one too.
     *
     * @return null when another try has got further meanwhile
     */
    public Uni<Refund> unanswered(Payment payment, NewRefund order, String actor) {
        return failed(payment, order, refund -> refund.fails("no answer from Stripe", refund.tries >= KEY_IS_SPENT), actor);
    }

    private Uni<Refund> failed(Payment payment, NewRefund order, Consumer<Refund> failing, String actor) {
        return refunds.findById(order.refundId()).map(refund -> refund.isAskedAs(order) ? refund : null)
                .onItem().ifNotNull().invoke(failing)
                .onItem().ifNotNull().call(refund -> refunds.move(refund, RefundState.FAILED, refund.lastError, actor)
                        .chain(() -> refunds.settle(payment, refund.lastError, actor)));
    }
}
