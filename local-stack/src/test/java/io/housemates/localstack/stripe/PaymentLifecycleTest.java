package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.ChargeListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;

class PaymentLifecycleTest extends SimulatorTest {

    @Test
    void createsAnIntentThatWaitsForACard() throws StripeException {
        PaymentIntent intent = intent();

        assertThat(intent.getId()).startsWith("pi_");
        assertThat(intent.getObject()).isEqualTo("payment_intent");
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getAmount()).isEqualTo(25_000);
        assertThat(intent.getCurrency()).isEqualTo("gbp");
        assertThat(intent.getLivemode()).isFalse();
        assertThat(intent.getCreated()).isPositive();
        assertThat(intent.getClientSecret()).startsWith(intent.getId() + "_secret_");
        assertThat(intent.getMetadata()).containsEntry("session_id", "s-1");
        assertThat(reread(intent)).isEqualTo(intent);
    }

    @Test
    void paysWithTheVisaCard() throws StripeException {
        PaymentIntent intent = paid();

        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(25_000);
        PaymentIntent expanded = stripe.v1().paymentIntents().retrieve(intent.getId(),
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build());
        assertThat(expanded.getLatestChargeObject().getPaid()).isTrue();
        assertThat(expanded.getLatestChargeObject().getPaymentIntent()).isEqualTo(intent.getId());
    }

    @Test
    void answersADeclineWith402AndLeavesTheIntentOpen() throws StripeException {
        PaymentIntent intent = intent();

        CardException declined = catchThrowableOfType(CardException.class, () -> pay(intent, "pm_card_chargeDeclined"));

        assertThat(declined.getStatusCode()).isEqualTo(402);
        assertThat(declined.getCode()).isEqualTo("card_declined");
        assertThat(declined.getDeclineCode()).isEqualTo("generic_decline");
        assertThat(declined.getStripeError().getPaymentIntent().getId()).isEqualTo(intent.getId());
        PaymentIntent after = reread(intent);
        assertThat(after.getStatus()).isEqualTo("requires_payment_method");
        assertThat(after.getLastPaymentError().getCode()).isEqualTo("card_declined");
        assertThat(pay(after, "pm_card_visa").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void cancelsAnOpenIntentForGood() throws StripeException {
        PaymentIntent canceled = stripe.v1().paymentIntents().cancel(intent().getId(), PaymentIntentCancelParams.builder()
                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED).build());

        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
        assertThat(canceled.getCanceledAt()).isPositive();
        assertThat(refusal(() -> pay(canceled, "pm_card_visa"))).isEqualTo("payment_intent_unexpected_state");
        assertThat(refusal(() -> stripe.v1().paymentIntents().cancel(canceled.getId())))
                .isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void refusesToCancelWhatHasSucceeded() throws StripeException {
        PaymentIntent paid = paid();

        InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class,
                () -> stripe.v1().paymentIntents().cancel(paid.getId()));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(refused.getStripeError().getPaymentIntent().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void updatesAmountOnlyWhileOpenAndMetadataAlways() throws StripeException {
        PaymentIntent intent = intent();

        PaymentIntent dearer = stripe.v1().paymentIntents().update(intent.getId(),
                PaymentIntentUpdateParams.builder().setAmount(30_000L).putMetadata("room_id", "r-1").build());

        assertThat(dearer.getAmount()).isEqualTo(30_000);
        assertThat(dearer.getMetadata()).containsEntry("session_id", "s-1").containsEntry("room_id", "r-1");
        pay(intent, "pm_card_visa");
        assertThat(refusal(() -> stripe.v1().paymentIntents().update(intent.getId(),
                PaymentIntentUpdateParams.builder().setAmount(1_000L).build()))).isEqualTo("payment_intent_unexpected_state");
        assertThat(stripe.v1().paymentIntents().update(intent.getId(),
                PaymentIntentUpdateParams.builder().putMetadata("room_id", "r-2").build()).getMetadata())
                .containsEntry("room_id", "r-2");
    }

    @Test
    void fiftyParallelConfirmsMakeOneCharge() throws StripeException {
        PaymentIntent intent = intent();

        List<Boolean> outcomes = IntStream.range(0, 50).parallel().mapToObj(i -> {
            try {
                return pay(intent, "pm_card_visa").getStatus().equals("succeeded");
            } catch (StripeException e) {
                return false;
            }
        }).toList();

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(stripe.v1().charges().list(ChargeListParams.builder().setPaymentIntent(intent.getId()).build()).getData())
                .hasSize(1);
    }

    @Test
    void namesTheWrongParameter() {
        InvalidRequestException small = catchThrowableOfType(InvalidRequestException.class,
                () -> stripe.v1().paymentIntents().create(deposit().setAmount(5L).build()));
        InvalidRequestException unknown = catchThrowableOfType(InvalidRequestException.class,
                () -> stripe.v1().paymentIntents().create(deposit().putExtraParam("colour", "red").build()));
        InvalidRequestException missing = catchThrowableOfType(InvalidRequestException.class,
                () -> stripe.v1().paymentIntents().retrieve("pi_none"));

        assertThat(small.getCode()).isEqualTo("amount_too_small");
        assertThat(small.getParam()).isEqualTo("amount");
        assertThat(unknown.getCode()).isEqualTo("parameter_unknown");
        assertThat(missing.getStatusCode()).isEqualTo(404);
        assertThat(missing.getCode()).isEqualTo("resource_missing");
    }

    private static String refusal(ThrowingCallable action) {
        return catchThrowableOfType(InvalidRequestException.class, action).getCode();
    }
}
