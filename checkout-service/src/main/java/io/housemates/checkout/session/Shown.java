package io.housemates.checkout.session;

import java.util.List;

import io.housemates.checkout.payment.DisputeState;
import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.StripeDispute;
import io.housemates.checkout.payment.StripeRefund;

/**
 * A payment as Stripe showed it a moment ago.
 *
 * @param refunds all of them where money went back or is to go
 * @param disputes all of them where there is one
 */
record Shown(Intent intent, List<StripeRefund> refunds, List<StripeDispute> disputes) {

    /** A bank has the money, or may take it yet. */
    boolean isDisputed() {
        return disputes.stream().anyMatch(dispute -> dispute.state() != DisputeState.WON);
    }

    boolean isUndecided() {
        return disputes.stream().anyMatch(dispute -> dispute.state().isOpen());
    }
}
