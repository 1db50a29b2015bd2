package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.RefundCreateParams;

class RestartTest extends SimulatorTest {

    @TempDir
    Path directory;

    @Override
    StripeSimulatorOptions options() {
        return super.options().withStateFile(stateFile());
    }

    @Test
    void keepsObjectsAnswersAndEvents() throws StripeException {
        PaymentIntent open = stripe.v1().paymentIntents().create(deposit().build(), key("k-1"));
        PaymentIntent paid = paid();
        stripe.v1().refunds().create(RefundCreateParams.builder().setPaymentIntent(paid.getId()).build(), key("k-2"));
        PaymentIntent before = reread(paid);

        restart();

        assertThat(reread(paid)).isEqualTo(before);
        assertThat(stripe.v1().paymentIntents().create(deposit().build(), key("k-1")).getId()).isEqualTo(open.getId());
        assertThat(stripe.v1().charges().retrieve(before.getLatestCharge()).getRefunded()).isTrue();
        assertThat(stripe.v1().events().list().getData()).isNotEmpty();
        assertThat(pay(open, "pm_card_visa").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void goesOnWithWhatWasOnItsWay() throws StripeException {
        PaymentIntent processing = pay(intent(), "pm_card_processingSucceeds");
        PaymentIntent waiting = pay(intent(), "pm_card_threeDSecure2Required");

        restart();

        assertThat(reread(waiting).getNextAction().getRedirectToUrl().getUrl()).contains(waiting.getId());
        await().untilAsserted(() -> assertThat(reread(processing).getStatus()).isEqualTo("succeeded"));
    }

    @Test
    void deliversWhatItCouldNotDeliverBefore() throws StripeException {
        inbox.refuse(1000);
        PaymentIntent intent = intent();

        simulator.close();
        inbox.refuse(0);
        restart();

        await().untilAsserted(() -> assertThat(inbox.types()).containsExactly("payment_intent.created"));
        assertThat(inbox.taken().get(0).getDataObjectDeserializer().getObject().orElseThrow())
                .isInstanceOfSatisfying(PaymentIntent.class, told -> assertThat(told.getId()).isEqualTo(intent.getId()));
    }

    @Test
    void survivesATornLastLine() throws StripeException, IOException {
        PaymentIntent intent = intent();
        simulator.close();
        Files.writeString(stateFile(), "{\"kind\":\"payment_intent\",\"val", StandardOpenOption.APPEND);

        restart();

        assertThat(reread(intent).getStatus()).isEqualTo("requires_payment_method");
    }

    private Path stateFile() {
        return directory.resolve("stripe/state.jsonl");
    }

    private void restart() {
        simulator.close();
        simulator = StripeSimulator.start(options());
        stripe = client();
        control = new Control(simulator.baseUrl());
    }
}
