package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;

class TestCardsTest extends SimulatorTest {

    @ParameterizedTest
    @ValueSource(strings = { "pm_card_visa", "pm_card_mastercard", "pm_card_amex", "pm_card_gb", "pm_card_au", "pm_card_ca" })
    void goodCardsPay(String card) throws StripeException {
        assertThat(pay(intent(), card).getStatus()).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @CsvSource({
            "pm_card_chargeDeclined, card_declined, generic_decline",
            "pm_card_visa_chargeDeclined, card_declined, generic_decline",
            "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
            "pm_card_chargeDeclinedLostCard, card_declined, lost_card",
            "pm_card_chargeDeclinedStolenCard, card_declined, stolen_card",
            "pm_card_chargeDeclinedFraudulent, card_declined, fraudulent",
            "pm_card_chargeDeclinedExpiredCard, expired_card,",
            "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc,",
            "pm_card_chargeDeclinedProcessingError, processing_error," })
    void badCardsAreDeclinedWithTheirReason(String card, String code, String declineCode) throws StripeException {
        PaymentIntent intent = intent();

        CardException declined = catchThrowableOfType(CardException.class, () -> pay(intent, card));

        assertThat(declined.getStatusCode()).isEqualTo(402);
        assertThat(declined.getCode()).isEqualTo(code);
        assertThat(declined.getDeclineCode()).isEqualTo(declineCode);
        await().untilAsserted(() -> assertThat(inbox.types()).contains("payment_intent.payment_failed", "charge.failed"));
    }

    @Test
    void processingLastsUntilItIsSettled() throws StripeException {
        PaymentIntent intent = pay(intent(), "pm_card_processing");
        assertThat(intent.getStatus()).isEqualTo("processing");

        control.post("/_simulator/payment_intents/" + intent.getId() + "/settle", "{'outcome':'succeeded'}");

        assertThat(reread(intent).getStatus()).isEqualTo("succeeded");
        await().untilAsserted(
                () -> assertThat(inbox.types()).contains("payment_intent.processing", "payment_intent.succeeded"));
    }

    @Test
    void processingMayEndInFailure() throws StripeException {
        PaymentIntent intent = pay(intent(), "pm_card_processing");

        control.post("/_simulator/payment_intents/" + intent.getId() + "/settle", "{'outcome':'failed'}");

        assertThat(reread(intent).getStatus()).isEqualTo("requires_payment_method");
        await().untilAsserted(() -> assertThat(inbox.types()).contains("payment_intent.payment_failed"));
    }

    @Test
    void processingMaySettleByItself() throws StripeException {
        PaymentIntent good = pay(intent(), "pm_card_processingSucceeds");
        PaymentIntent bad = pay(intent(), "pm_card_processingFails");

        await().untilAsserted(() -> assertThat(reread(good).getStatus()).isEqualTo("succeeded"));
        await().untilAsserted(() -> assertThat(reread(bad).getLastPaymentError()).isNotNull());
        assertThat(reread(bad).getLastPaymentError().getCode()).isEqualTo("card_declined");
    }
}
