package io.housemates.checkout.payment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What one payment brought and what of it goes back, to the buyer or by a bank's word, and the state that leaves the payment
 * in.
 *
 * @param received minor units
 */
record Balance(long received, List<Refund> refunds, List<Dispute> disputes) {

    long refunded() {
        return sum(refund -> refund.is(RefundState.SUCCEEDED));
    }

    /** What no refund is there for yet. */
    long left() {
        return leftFor(null);
    }

    /** What would be left without the refund. */
    long leftFor(Refund wanted) {
        return received - lost() - sum(refund -> refund != wanted && refund.counts());
    }

    /** A bank has the money until it decides. */
    boolean isWithheld() {
        return disputes.stream().anyMatch(Dispute::withholds);
    }

    /** When a refund of ours that a bank refused is tried again; null where none waits, or a bank has the money anyway. */
    Instant nextTry() {
        return isWithheld() ? null
                : refunds.stream().filter(Balance::fails).map(refund -> refund.tryAfter)
                        .filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private long lost() {
        return disputes.stream().filter(Dispute::isLost).mapToLong(dispute -> dispute.amount).sum();
    }

    PaymentState state() {
        if (any(Balance::fails)) {
            return PaymentState.REFUND_FAILED;
        }
        if (any(refund -> refund.is(RefundState.PENDING))) {
            return PaymentState.REFUND_PENDING;
        }
        return refunded() + lost() >= received ? PaymentState.REFUNDED : PaymentState.SUCCEEDED;
    }

    /** Why a refund of ours fails, null when none does. */
    String lastError() {
        return refunds.stream().filter(Balance::fails).map(refund -> refund.lastError).findFirst().orElse(null);
    }

    private static boolean fails(Refund refund) {
        return refund.ours && refund.is(RefundState.FAILED);
    }

    private boolean any(Predicate<Refund> wanted) {
        return refunds.stream().anyMatch(wanted);
    }

    private long sum(Predicate<Refund> wanted) {
        return refunds.stream().filter(wanted).mapToLong(refund -> refund.amount).sum();
    }
}
