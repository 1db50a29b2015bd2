package io.housemates.checkout.session;

import java.util.List;

import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.StripeRefund;

/**
 * A payment as Stripe showed it a moment ago.
 *
 * @param refunds all of them where the intent says that money went back
 */
record Shown(Intent intent, List<StripeRefund> refunds) {
}
