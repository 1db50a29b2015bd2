package io.housemates.checkout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

class StripeWorkersTest {

    final Vertx vertx = Vertx.vertx();
    final CountDownLatch stripeAnswers = new CountDownLatch(1);

    @AfterEach
    void close() {
        stripeAnswers.countDown();
        vertx.closeAndAwait();
    }

    @Test
    void refusesACallThatFindsNoPlace() {
        var workers = workers("10s");
        var first = asks(workers);
        var waiting = asks(workers);
        assertThat(workers.areCrowded()).isTrue();
        var lastPlace = asks(workers);

        assertThatExceptionOfType(ProviderUnavailableException.class).isThrownBy(() -> get(asks(workers)));

        stripeAnswers.countDown();
        assertThat(get(first) + get(waiting) + get(lastPlace)).isEqualTo("answeransweranswer");
        assertThat(workers.areCrowded()).isFalse();
        assertThat(get(asks(workers))).isEqualTo("answer");
    }

    @Test
    void keepsNobodyWaitingBehindCallsThatHang() {
        var workers = workers("50ms");
        var hanging = asks(workers);

        assertThatExceptionOfType(ProviderUnavailableException.class).isThrownBy(() -> get(asks(workers)));

        stripeAnswers.countDown();
        assertThat(get(hanging)).isEqualTo("answer");
    }

    @Test
    void doesNotMakeACallThatWaitedTooLong() {
        assertThatExceptionOfType(ProviderUnavailableException.class).isThrownBy(() -> get(asks(workers("0s"))));
    }

    private Uni<String> asks(StripeWorkers workers) {
        var call = workers.run(() -> {
            stripeAnswers.await();
            return "answer";
        }).memoize().indefinitely();
        call.subscribe().with(answer -> {
        }, failure -> {
        });
        return call;
    }

    private static String get(Uni<String> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }

    private StripeWorkers workers(String patience) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter()).withMapping(StripeConfig.class)
                .withDefaultValues(Map.of(
                        "housemates.stripe.api-base", "-", "housemates.stripe.secret-key", "-",
                        "housemates.stripe.publishable-key", "-", "housemates.stripe.webhook-secret", "-",
                        "housemates.stripe.concurrency", "1", "housemates.stripe.queue", "2",
                        "housemates.stripe.patience", patience))
                .build().getConfigMapping(StripeConfig.class);
        return new StripeWorkers(config, vertx, new SimpleMeterRegistry());
    }
}
