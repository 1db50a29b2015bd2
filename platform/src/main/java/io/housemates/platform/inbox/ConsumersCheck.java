package io.housemates.platform.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;

/**
 * Alive means that all consumers still ask Kafka for records. One whose channel failed has stopped for good, and only a restart
 * makes it begin again; that Kafka or the database is away stops none.
 */
@Liveness
@ApplicationScoped
class ConsumersCheck implements HealthCheck {

    /** After as long, max.poll.interval.ms, Kafka gives a consumer's partitions to others. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final KafkaClientService clients;

    ConsumersCheck(KafkaClientService clients) {
        this.clients = clients;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Consumer<?, ?>> consumers = new TreeMap<>();
        for (String channel : clients.getConsumerChannels()) {
            List<KafkaConsumer<Object, Object>> ofChannel = clients.getConsumers(channel);
            for (int number = 0; number < ofChannel.size(); number++) {
                Consumer<?, ?> consumer = ofChannel.get(number).unwrap();
                if (consumer != null) {
                    consumers.put(channel + " " + number, consumer);
                }
            }
        }
        return tell(consumers, LONGEST);
    }

    /** @param consumers by the name under which they are told */
    static HealthCheckResponse tell(Map<String, Consumer<?, ?>> consumers, Duration longest) {
        var answer = HealthCheckResponse.named("consumers ask for records").up();
        consumers.forEach((name, consumer) -> {
            Pulse pulse = Pulse.of(consumer);
            answer.withData(name, pulse.secondsAgo() == null ? "stopped" : pulse.secondsAgo() + " s ago");
            if (!pulse.isWithin(longest)) {
                answer.down();
            }
        });
        return answer.build();
    }
}
