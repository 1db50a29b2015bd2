package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;

class RefundTest extends SimulatorTest {

    @Test
    void givesEverythingBackOnce() throws StripeException {
        PaymentIntent paid = paid();

        Refund refund = refund(paid, null);

        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(refund.getAmount()).isEqualTo(25_000);
        assertThat(refund.getCurrency()).isEqualTo("gbp");
        assertThat(refund.getPaymentIntent()).isEqualTo(paid.getId());
        assertThat(refund.getMetadata()).containsEntry("session_id", "s-1");
        assertThat(stripe.v1().refunds().retrieve(refund.getId())).isEqualTo(refund);
        assertThat(charge(paid).getRefunded()).isTrue();
        assertThat(refusal(paid, null).getCode()).isEqualTo("charge_already_refunded");
        await().untilAsserted(() -> assertThat(inbox.types()).contains("refund.created", "charge.refunded"));
    }

    @Test
    void givesNoMoreBackThanIsLeft() throws StripeException {
        PaymentIntent paid = paid();
        refund(paid, 10_000L);

        assertThat(refusal(paid, 15_001L).getParam()).isEqualTo("amount");
        assertThat(charge(paid).getRefunded()).isFalse();
        assertThat(refund(paid, 15_000L).getAmount()).isEqualTo(15_000);
        assertThat(charge(paid).getAmountRefunded()).isEqualTo(25_000);
        assertThat(stripe.v1().refunds().list(RefundListParams.builder().setPaymentIntent(paid.getId()).build()).getData())
                .hasSize(2);
    }

    @Test
    void refusesWhatWasNeverPaid() throws StripeException {
        assertThat(refusal(intent(), null).getCode()).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void someRefundsFailLater() throws StripeException {
        PaymentIntent paid = pay(intent(), "pm_card_refundFail");
        Refund refund = refund(paid, null);
        assertThat(refund.getStatus()).isEqualTo("succeeded");

        await().untilAsserted(
                () -> assertThat(stripe.v1().refunds().retrieve(refund.getId()).getStatus()).isEqualTo("failed"));
        assertThat(charge(paid).getAmountRefunded()).isZero();
        await().untilAsserted(
                () -> assertThat(inbox.types()).contains("refund.updated", "charge.refund.updated", "refund.failed"));
    }

    @Test
    void someRefundsArePendingFirst() throws StripeException {
        Refund refund = refund(pay(intent(), "pm_card_pendingRefund"), null);
        assertThat(refund.getStatus()).isEqualTo("pending");

        control.post("/_simulator/refunds/" + refund.getId() + "/settle", "{'outcome':'succeeded'}");

        assertThat(stripe.v1().refunds().retrieve(refund.getId()).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void tellsOfARefundMadeInTheDashboard() throws StripeException {
        PaymentIntent paid = paid();

        control.post("/_simulator/payment_intents/" + paid.getId() + "/refund", "{'amount':5000}");

        assertThat(charge(paid).getAmountRefunded()).isEqualTo(5_000);
        await().untilAsserted(() -> assertThat(inbox.taken("charge.refunded")).hasSize(1));
        assertThat(inbox.taken("charge.refunded").get(0).getRequest().getId()).isNull();
    }

    @Test
    void tellsOfADisputeAndItsEnd() throws StripeException {
        PaymentIntent paid = paid();

        control.post("/_simulator/payment_intents/" + paid.getId() + "/dispute", "{'reason':'fraudulent'}");

        Dispute dispute = stripe.v1().disputes().list(DisputeListParams.builder().setPaymentIntent(paid.getId()).build())
                .getData().get(0);
        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(charge(paid).getDisputed()).isTrue();
        assertThat(dispute.getEvidenceDetails().getDueBy()).isPositive();
        assertThat(refusal(paid, null).getCode()).isEqualTo("charge_disputed");
        control.post("/_simulator/disputes/" + dispute.getId() + "/respond", "{}");
        assertThat(stripe.v1().disputes().retrieve(dispute.getId()).getStatus()).isEqualTo("under_review");
        control.post("/_simulator/disputes/" + dispute.getId() + "/close", "{'outcome':'lost'}");
        assertThat(stripe.v1().disputes().retrieve(dispute.getId()).getStatus()).isEqualTo("lost");
        await().untilAsserted(() -> assertThat(inbox.types()).contains("charge.dispute.created", "charge.dispute.updated",
                "charge.dispute.closed"));
    }

    private Refund refund(PaymentIntent intent, Long amount) throws StripeException {
        return stripe.v1().refunds().create(RefundCreateParams.builder().setPaymentIntent(intent.getId()).setAmount(amount)
                .putMetadata("session_id", "s-1").build());
    }

    private InvalidRequestException refusal(PaymentIntent intent, Long amount) {
        return catchThrowableOfType(InvalidRequestException.class, () -> refund(intent, amount));
    }

    private Charge charge(PaymentIntent intent) throws StripeException {
        return stripe.v1().charges().retrieve(reread(intent).getLatestCharge());
    }
}
