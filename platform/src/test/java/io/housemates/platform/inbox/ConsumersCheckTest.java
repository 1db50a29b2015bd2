package io.housemates.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ConsumersCheckTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Inject
    @Liveness
    ConsumersCheck ofTheService;

    /** Kafka is away: nobody listens there. */
    final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", "localhost:1", "group.id", "lonely"), new StringDeserializer(),
            new ByteArrayDeserializer());

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void tellsOfEveryConsumerOfTheService() {
        HealthCheckResponse answer = ofTheService.call();

        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData())
                .hasValueSatisfying(data -> assertThat(data).containsOnlyKeys("partners 0", "personal-keys 0"));
    }

    @Test
    void livesAsLongAsItAsksThoughKafkaIsAway() {
        assertThat(check()).as("has not begun").isEqualTo(Status.UP);
        consumer.subscribe(List.of("partners"));
        consumer.poll(Duration.ofMillis(50));
        assertThat(check()).isEqualTo(Status.UP);

        await().until(() -> check() == Status.DOWN);
        consumer.poll(Duration.ofMillis(50));
        assertThat(check()).isEqualTo(Status.UP);
    }

    @Test
    void isDeadOnceItIsClosed() {
        consumer.close();

        assertThat(check()).isEqualTo(Status.DOWN);
    }

    private Status check() {
        return ConsumersCheck.tell(Map.of("lonely", consumer), SECOND).getStatus();
    }
}
