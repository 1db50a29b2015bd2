package io.housemates.checkout.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class BalanceTest {

    @Test
    void countsWhatIsBackAndWhatIsStillToGo() {
        var balance = balance(refund(4_000, RefundState.SUCCEEDED, true), refund(1_000, RefundState.PENDING, true),
                refund(500, RefundState.FAILED, true));
        assertThat(balance.refunded()).isEqualTo(4_000);
        assertThat(balance.left()).isEqualTo(4_500);
        assertThat(balance.leftFor(balance.refunds().get(1))).isEqualTo(5_500);
    }

    @Test
    void forgetsWhatWasDroppedAndWhatOthersFailedAt() {
        var balance = balance(refund(4_000, RefundState.DROPPED, true), refund(1_000, RefundState.FAILED, false));
        assertThat(balance.left()).isEqualTo(10_000);
        assertThat(balance.state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void tellsTheStateOfThePayment() {
        assertThat(balance().state()).isEqualTo(PaymentState.SUCCEEDED);
        var back = refund(4_000, RefundState.SUCCEEDED, true);
        assertThat(balance(back).state()).isEqualTo(PaymentState.SUCCEEDED);
        var under = refund(6_000, RefundState.PENDING, true);
        assertThat(balance(back, under).state()).isEqualTo(PaymentState.REFUND_PENDING);
        assertThat(balance(back, refund(6_000, RefundState.SUCCEEDED, false)).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(balance(back, under, refund(1, RefundState.FAILED, true)).state()).isEqualTo(PaymentState.REFUND_FAILED);
    }

    @Test
    void leavesToABankWhatItHas() {
        var open = disputed(dispute(DisputeState.NEEDS_RESPONSE, false));
        assertThat(open.isWithheld()).isTrue();
        assertThat(open.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(disputed(dispute(DisputeState.NEEDS_RESPONSE, true)).isWithheld()).as("a bank only asks").isFalse();
        assertThat(disputed(dispute(DisputeState.WON, false)).isWithheld()).isFalse();
        var lost = disputed(dispute(DisputeState.LOST, false));
        assertThat(lost.isWithheld()).isFalse();
        assertThat(lost.left()).isEqualTo(1_000);
        assertThat(lost.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(new Balance(9_000, List.of(), lost.disputes()).state()).isEqualTo(PaymentState.REFUNDED);
    }

    @Test
    void aPortionIsAllAPartOrAShare() {
        assertThat(Portion.all().of(9_999)).isEqualTo(9_999);
        assertThat(Portion.amount(5).of(9_999)).isEqualTo(5);
        assertThat(Portion.percent(50).of(9_999)).isEqualTo(4_999);
    }

    private static Balance balance(Refund... refunds) {
        return new Balance(10_000, List.of(refunds), List.of());
    }

    private static Balance disputed(Dispute dispute) {
        return new Balance(10_000, List.of(), List.of(dispute));
    }

    private static Dispute dispute(DisputeState state, boolean refundable) {
        var dispute = new Dispute();
        dispute.amount = 9_000;
        dispute.state = state;
        dispute.refundable = refundable;
        return dispute;
    }

    private static Refund refund(long amount, RefundState state, boolean ours) {
        var refund = new Refund();
        refund.amount = amount;
        refund.state = state;
        refund.ours = ours;
        return refund;
    }
}
