package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;

class FaultTest extends SimulatorTest {

    private static final String CREATE = "{'method':'POST','path':'/v1/payment_intents'}";

    @Test
    void timesOutBeforeTheEffect() throws StripeException {
        control.fault("timeout_before", CREATE);

        assertThat(catchThrowable(() -> createImpatiently("k"))).isInstanceOf(ApiConnectionException.class);

        assertThat(intents()).isEmpty();
        assertThat(replayed(create("k"))).isFalse();
    }

    @Test
    void timesOutAfterTheEffect() throws StripeException {
        control.fault("timeout_after", CREATE);

        assertThat(catchThrowable(() -> createImpatiently("k"))).isInstanceOf(ApiConnectionException.class);

        assertThat(intents()).hasSize(1);
        PaymentIntent again = create("k");
        assertThat(replayed(again)).isTrue();
        assertThat(again.getId()).isEqualTo(intents().get(0).getId());
    }

    @Test
    void cutsTheConnection() throws StripeException {
        control.fault("disconnect_before", CREATE, ",'times':2");
        assertThat(catchThrowable(() -> create("k-1"))).isInstanceOf(ApiConnectionException.class);
        control.delete("/_simulator/faults");
        assertThat(intents()).isEmpty();

        control.fault("disconnect_after", CREATE, ",'times':2");
        assertThat(catchThrowable(() -> create("k-2"))).isInstanceOf(ApiConnectionException.class);
        assertThat(intents()).hasSize(1);
    }

    @Test
    void limitsTheRateWithoutRememberingIt() throws StripeException {
        control.fault("status_429", CREATE, ",'times':2");

        assertThat(catchThrowable(() -> create("k"))).isInstanceOf(RateLimitException.class);
        assertThat(catchThrowable(() -> create("k"))).isInstanceOf(RateLimitException.class);

        assertThat(replayed(create("k"))).isFalse();
    }

    @Test
    void failsWithoutEffectAndRemembersIt() throws StripeException {
        control.fault("status_500", CREATE);

        assertThat(catchThrowableOfType(ApiException.class, () -> create("k")).getStatusCode()).isEqualTo(500);
        assertThat(catchThrowableOfType(ApiException.class, () -> create("k")).getStatusCode()).isEqualTo(500);

        assertThat(intents()).isEmpty();
        assertThat(create("other key").getStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void failsAfterTheEffectAndRemembersIt() {
        control.fault("status_500_after", CREATE);

        assertThat(catchThrowableOfType(ApiException.class, () -> create("k")).getStatusCode()).isEqualTo(500);
        assertThat(catchThrowableOfType(ApiException.class, () -> create("k")).getStatusCode()).isEqualTo(500);

        assertThat(intents()).hasSize(1);
    }

    @Test
    void isUnavailableForAMoment() throws StripeException {
        control.fault("status_503", CREATE);

        assertThat(catchThrowableOfType(ApiException.class, () -> create("k")).getStatusCode()).isEqualTo(503);

        assertThat(replayed(create("k"))).isFalse();
    }

    @Test
    void aSlowRequestKeepsItsKeyInUse() throws Exception {
        control.fault("slow", CREATE, ",'delay_ms':400");
        CompletableFuture<PaymentIntent> slow = CompletableFuture.supplyAsync(() -> {
            try {
                return create("k");
            } catch (StripeException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> control.get("/_simulator/faults").path("data").isEmpty());

        ApiException concurrent = catchThrowableOfType(ApiException.class, () -> create("k"));

        assertThat(concurrent.getStatusCode()).isEqualTo(409);
        assertThat(concurrent.getCode()).isEqualTo("idempotency_key_in_use");
        assertThat(slow.get().getId()).isEqualTo(intents().get(0).getId());
        assertThat(replayed(create("k"))).isTrue();
    }

    @Test
    void aSlowAnswerLosesTheRaceAgainstItsWebhook() throws Exception {
        control.fault("slow_answer", CREATE, ",'delay_ms':500");

        CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
            try {
                create("k");
            } catch (StripeException e) {
                throw new IllegalStateException(e);
            }
        });

        await().untilAsserted(() -> assertThat(inbox.types()).containsExactly("payment_intent.created"));
        assertThat(answered).isNotDone();
        answered.get();
    }

    @Test
    void happensToTheRequestsThatMatchOnly() throws StripeException {
        PaymentIntent other = intent();
        PaymentIntent meant = intent();
        control.fault("status_503", "{'path':'/v1/payment_intents/*/confirm','object':'" + meant.getId() + "'}", ",'skip':1");

        assertThat(pay(other, "pm_card_visa").getStatus()).isEqualTo("succeeded");
        assertThat(pay(meant, "pm_card_processing").getStatus()).isEqualTo("processing");
        assertThat(catchThrowable(() -> pay(meant, "pm_card_visa"))).isInstanceOf(ApiException.class);
    }

    @Test
    void refusesAFaultItDoesNotKnow() {
        assertThat(control.post("/_simulator/faults", "{'kind':'earthquake'}").path("error").path("type").asText())
                .isEqualTo("invalid_request_error");
        assertThat(control.get("/_simulator/faults").path("data")).isEmpty();
    }

    @Test
    void duplicatesAWebhook() throws StripeException {
        control.fault("webhook_duplicated", "{'event':'payment_intent.succeeded'}");

        paid();

        await().untilAsserted(() -> assertThat(inbox.taken("payment_intent.succeeded")).hasSize(2));
        assertThat(inbox.taken("payment_intent.succeeded")).extracting(event -> event.getId())
                .containsOnly(inbox.taken("payment_intent.succeeded").get(0).getId());
    }

    @Test
    void reordersWebhooks() throws StripeException {
        control.fault("webhook_reordered", "{'event':'payment_intent.created'}");

        PaymentIntent intent = intent();
        control.post("/_simulator/payment_intents/" + intent.getId() + "/cancel", "");

        await().untilAsserted(
                () -> assertThat(inbox.types()).containsExactly("payment_intent.canceled", "payment_intent.created"));
    }

    @Test
    void delaysAWebhook() throws StripeException {
        control.fault("webhook_delayed", "{'event':'payment_intent.created'}", ",'delay_ms':300");
        long before = System.nanoTime();

        intent();

        await().untilAsserted(() -> assertThat(inbox.types()).containsExactly("payment_intent.created"));
        assertThat(System.nanoTime() - before).isGreaterThan(300_000_000L);
    }

    @Test
    void dropsAWebhookButKeepsItsEvent() throws StripeException {
        control.fault("webhook_dropped", "{'event':'payment_intent.created'}");

        PaymentIntent intent = intent();
        control.post("/_simulator/payment_intents/" + intent.getId() + "/cancel", "");

        await().untilAsserted(() -> assertThat(inbox.types()).containsExactly("payment_intent.canceled"));
        assertThat(stripe.v1().events().list().getData()).extracting(event -> event.getType())
                .containsExactly("payment_intent.canceled", "payment_intent.created");
        assertThat(deliveries("payment_intent.created")).isZero();
    }

    @Test
    void forgesAndAgesASignatureAndThenSendsAGoodOne() throws StripeException {
        control.fault("webhook_forged", "{'event':'payment_intent.created'}");
        control.fault("webhook_stale", "{'event':'payment_intent.created'}");

        intent();
        intent();

        await().untilAsserted(() -> assertThat(inbox.taken("payment_intent.created")).hasSize(2));
        assertThat(inbox.refused()).hasSize(2).anyMatch(reason -> reason.contains("No signatures found"))
                .anyMatch(reason -> reason.contains("Timestamp outside the tolerance"));
    }

    @Test
    void logsWhatWasAskedButNoSecrets() throws StripeException {
        control.fault("status_429", "{'idempotency_key':'k'}");
        catchThrowable(() -> create("k"));
        PaymentIntent intent = create("k");

        JsonNode log = control.get("/_simulator/requests?method=POST&path=/v1/payment_intents").path("data");

        assertThat(log).hasSize(2);
        assertThat(log.get(0).path("fault").asText()).isEqualTo("status_429");
        assertThat(log.get(0).path("status").asInt()).isEqualTo(429);
        assertThat(log.get(1).path("idempotency_key").asText()).isEqualTo("k");
        assertThat(log.get(1).path("id").asText()).isEqualTo(intent.getLastResponse().requestId());
        assertThat(log.toString()).doesNotContain(SECRET_KEY, intent.getClientSecret());
    }

    private PaymentIntent create(String idempotencyKey) throws StripeException {
        return stripe.v1().paymentIntents().create(deposit().build(), key(idempotencyKey));
    }

    private PaymentIntent createImpatiently(String idempotencyKey) throws StripeException {
        return client(Duration.ofMillis(500)).v1().paymentIntents().create(deposit().build(), key(idempotencyKey));
    }

    private List<PaymentIntent> intents() {
        try {
            return stripe.v1().paymentIntents().list().getData();
        } catch (StripeException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean replayed(PaymentIntent intent) {
        return intent.getLastResponse().headers().firstValue("Idempotent-Replayed").isPresent();
    }

    private long deliveries(String type) {
        return control.get("/_simulator/deliveries").path("data").findValuesAsText("type").stream().filter(type::equals)
                .count();
    }
}
