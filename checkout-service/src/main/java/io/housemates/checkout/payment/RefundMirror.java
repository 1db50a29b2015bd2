package io.housemates.checkout.payment;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Takes over what Stripe shows of a payment's refunds, ours and those that people made there. */
@ApplicationScoped
public class RefundMirror {

    private static final String WHY = "Stripe shows it";

    private final Refunds refunds;

    RefundMirror(Refunds refunds) {
        this.refunds = refunds;
    }

    /**
     * In the caller's transaction, under the payment's lock.
     *
     * @return those whose money is back now and was not before (SUCCEEDED), and those of ours that were refused now, and whose
     *         money was back and is not any more (FAILED)
     */
    public Uni<List<Refund>> mirror(Payment payment, List<StripeRefund> shown, String actor) {
        List<Refund> changed = new ArrayList<>();
        return Multi.createFrom().iterable(shown)
                .onItem().transformToUniAndConcatenate(each -> row(payment, each, actor)
                        .chain(refund -> refund == null ? Uni.createFrom().voidItem() : adopt(refund, each, changed, actor)))
                .collect().last()
                .chain(() -> refunds.settle(payment, WHY, actor))
                .replaceWith(changed);
    }

    /** Null for an attempt that failed and that we know of, or never asked for. */
    private Uni<Refund> row(Payment payment, StripeRefund shown, String actor) {
        return refunds.balance(payment).chain(balance -> balance.refunds().stream().filter(shown::is).findFirst()
                .map(Uni.createFrom()::item)
                .orElseGet(() -> shown.isFailed() ? Uni.createFrom().nullItem()
                        : refunds.begin(payment, shown.amount().amount(), false, "refunded at Stripe", actor)));
    }

    private Uni<Void> adopt(Refund refund, StripeRefund shown, List<Refund> changed, String actor) {
        refund.stripeId = shown.id();
        if (!refund.state.canBecome(shown.state())) {
            return Uni.createFrom().voidItem();
        }
        if (shown.state() == RefundState.SUCCEEDED
                || shown.isFailed() && (refund.ours || refund.is(RefundState.SUCCEEDED))) {
            changed.add(refund);
        }
        if (shown.isFailed()) {
            refund.fails("Stripe shows it as failed", true);
        }
        return refunds.move(refund, shown.state(), WHY, actor);
    }
}
