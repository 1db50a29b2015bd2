package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentListParams;

class IdempotencyTest extends SimulatorTest {

    @Test
    void replaysTheFirstAnswer() throws StripeException {
        PaymentIntent first = stripe.v1().paymentIntents().create(deposit().build(), key("k-1"));
        PaymentIntent second = stripe.v1().paymentIntents().create(deposit().build(), key("k-1"));

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(second.getLastResponse().headers().firstValue("Original-Request"))
                .contains(first.getLastResponse().requestId());
        assertThat(stripe.v1().paymentIntents().list(PaymentIntentListParams.builder().build()).getData()).hasSize(1);
    }

    @Test
    void replaysADeclineToo() throws StripeException {
        PaymentIntent intent = intent();
        PaymentIntentConfirmParams declined = PaymentIntentConfirmParams.builder().setPaymentMethod("pm_card_chargeDeclined")
                .build();

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(catchThrowableOfType(CardException.class,
                    () -> stripe.v1().paymentIntents().confirm(intent.getId(), declined, key("k-2"))).getStatusCode())
                    .isEqualTo(402);
        }
        assertThat(stripe.v1().charges().list().getData()).hasSize(1);
    }

    @Test
    void refusesAKeyWithOtherParameters() throws StripeException {
        stripe.v1().paymentIntents().create(deposit().build(), key("k-3"));

        IdempotencyException refused = catchThrowableOfType(IdempotencyException.class,
                () -> stripe.v1().paymentIntents().create(deposit().setAmount(26_000L).build(), key("k-3")));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getStripeError().getType()).isEqualTo("idempotency_error");
    }

    @Test
    void forgetsWhatItRefusedBeforeItBegan() throws StripeException {
        catchThrowableOfType(StripeException.class,
                () -> stripe.v1().paymentIntents().create(deposit().setCurrency("zzz").build(), key("k-4")));

        assertThat(stripe.v1().paymentIntents().create(deposit().build(), key("k-4")).getStatus())
                .isEqualTo("requires_payment_method");
    }
}
