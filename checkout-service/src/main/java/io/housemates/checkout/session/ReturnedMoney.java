package io.housemates.checkout.session;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Disputes;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.PaymentState;
import io.housemates.checkout.payment.Refund;
import io.housemates.checkout.payment.RefundMirror;
import io.housemates.checkout.payment.StripeRefund;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Writes down what Stripe shows of a session's refunds and disputes and tells of it once; in the caller's transaction. */
@ApplicationScoped
class ReturnedMoney {

    private static final String DISPUTED = "disputed at Stripe";

    private final RefundMirror mirror;
    private final Disputes disputes;
    private final Announcements announcements;
    private final Reversals reversals;

    ReturnedMoney(RefundMirror mirror, Disputes disputes, Announcements announcements, Reversals reversals) {
        this.mirror = mirror;
        this.disputes = disputes;
        this.announcements = announcements;
        this.reversals = reversals;
    }

    Uni<Void> shown(CheckoutSession session, Payment payment, Shown shown) {
        if (shown.isDisputed() && !session.isOver()) {
            payment.disagree(DISPUTED);
        }
        return disputes.mirror(payment, shown.disputes(), Steps.ACTOR)
                .chain(changed -> Multi.createFrom().iterable(changed)
                        .onItem().transformToUniAndConcatenate(dispute -> announcements.disputed(session, dispute))
                        .collect().last())
                .chain(() -> refunds(session, payment, shown.refunds()))
                .chain(() -> shown.isDisputed() ? endForDispute(session, payment) : Uni.createFrom().voidItem());
    }

    Uni<Void> refunds(CheckoutSession session, Payment payment, List<StripeRefund> refunds) {
        return mirror.mirror(payment, refunds, Steps.ACTOR)
                .chain(changed -> Multi.createFrom().iterable(changed)
                        .onItem().transformToUniAndConcatenate(refund -> tell(session, payment, refund))
                        .collect().last())
                .chain(() -> endIfTooLittleIsLeft(session, payment));
    }

    /** It is back, or was refused. */
    Uni<Void> tell(CheckoutSession session, Payment payment, Refund refund) {
        if (refund.isBack()) {
            return announcements.refunded(session, payment, refund);
        }
        return announcements.refundFailed(session, payment, refund);
    }

    /** No refund of ours follows any more: people at Stripe, or a bank, gave the money back. */
    Uni<Void> givenUp(CheckoutSession session) {
        return session.bookingId == null ? Uni.createFrom().voidItem()
                : announcements.refundDeclined(session, "the money went back at Stripe");
    }

    /** Nothing is left of what was paid, or not what was agreed, so there is nothing to book; a booking that was made stays. */
    private Uni<Void> endIfTooLittleIsLeft(CheckoutSession session, Payment payment) {
        if (session.isOver() || payment.state() != PaymentState.REFUNDED && !payment.isShort()) {
            return Uni.createFrom().voidItem();
        }
        if (payment.isShort()) {
            payment.disagree("a part was refunded at Stripe");
        }
        return reversals.ofCheckout(session, payment, "refunded at Stripe", Steps.ACTOR);
    }

    /** Nothing is booked for money that a bank has or may take; a booking that was made stays. */
    private Uni<Void> endForDispute(CheckoutSession session, Payment payment) {
        return session.isOver() ? Uni.createFrom().voidItem()
                : reversals.ofCheckout(session, payment, DISPUTED, Steps.ACTOR);
    }
}
