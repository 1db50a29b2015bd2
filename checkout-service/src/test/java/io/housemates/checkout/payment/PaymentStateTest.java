package io.housemates.checkout.payment;

import static io.housemates.checkout.payment.PaymentState.AWAITING_METHOD;
import static io.housemates.checkout.payment.PaymentState.CANCELLED;
import static io.housemates.checkout.payment.PaymentState.FAILED;
import static io.housemates.checkout.payment.PaymentState.INIT;
import static io.housemates.checkout.payment.PaymentState.PROCESSING;
import static io.housemates.checkout.payment.PaymentState.REFUNDED;
import static io.housemates.checkout.payment.PaymentState.REFUND_FAILED;
import static io.housemates.checkout.payment.PaymentState.REFUND_PENDING;
import static io.housemates.checkout.payment.PaymentState.SUCCEEDED;
import static io.housemates.checkout.payment.PaymentState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class PaymentStateTest {

    static final Map<PaymentState, Set<PaymentState>> MOVES = Map.of(
            INIT, EnumSet.of(AWAITING_METHOD, UNKNOWN, CANCELLED, FAILED),
            UNKNOWN, EnumSet.of(AWAITING_METHOD, PROCESSING, SUCCEEDED, CANCELLED, FAILED),
            AWAITING_METHOD, EnumSet.of(PROCESSING, SUCCEEDED, CANCELLED),
            PROCESSING, EnumSet.of(AWAITING_METHOD, SUCCEEDED, CANCELLED),
            SUCCEEDED, EnumSet.of(REFUND_PENDING, REFUND_FAILED, REFUNDED),
            REFUND_PENDING, EnumSet.of(SUCCEEDED, REFUND_FAILED, REFUNDED),
            REFUND_FAILED, EnumSet.of(SUCCEEDED, REFUND_PENDING, REFUNDED),
            REFUNDED, EnumSet.of(SUCCEEDED, REFUND_PENDING, REFUND_FAILED),
            CANCELLED, EnumSet.noneOf(PaymentState.class),
            FAILED, EnumSet.noneOf(PaymentState.class));

    @Test
    void movesOnlyAlongTheDrawnEdges() {
        for (PaymentState from : PaymentState.values()) {
            for (PaymentState to : PaymentState.values()) {
                assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(MOVES.get(from).contains(to));
            }
        }
    }

    @Test
    void moneyThatWasPaidIsNeverForgotten() {
        assertThat(SUCCEEDED.canBecome(CANCELLED)).isFalse();
        assertThat(SUCCEEDED.canBecome(FAILED)).isFalse();
    }
}
