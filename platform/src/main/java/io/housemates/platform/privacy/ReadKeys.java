package io.housemates.platform.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** How far this service has read topic {@code personal-keys}, all its replicas together, as Kafka knows it. */
@ApplicationScoped
class ReadKeys {

    private final Map<String, Object> broker;
    private final Optional<String> group;

    @Inject
    ReadKeys(@Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.incoming." + DataKeysOutbox.TOPIC + ".group.id") Optional<String> group) {
        this.broker = broker;
        this.group = group;
    }

    /** Where the topic ends now, by partition; nowhere for a service that reads none. */
    Uni<Map<TopicPartition, Long>> end() {
        return group.isEmpty() ? Uni.createFrom().item(Map.of()) : ask(consumer -> {
            List<TopicPartition> partitions = consumer.partitionsFor(DataKeysOutbox.TOPIC).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
            return consumer.endOffsets(partitions);
        });
    }

    /** Whether all that lay before those ends is handled. */
    Uni<Boolean> reach(Map<TopicPartition, Long> ends) {
        return ends.isEmpty() ? Uni.createFrom().item(true) : ask(consumer -> {
            Map<TopicPartition, OffsetAndMetadata> read = consumer.committed(ends.keySet());
            return ends.entrySet().stream().allMatch(end -> read(read.get(end.getKey())) >= end.getValue());
        });
    }

    private static long read(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private <T> Uni<T> ask(Function<KafkaConsumer<String, byte[]>, T> question) {
        return Uni.createFrom().item(() -> {
            try (var consumer = consumer()) {
                return question.apply(consumer);
            }
        }).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Belongs to the group by name only: it subscribes to nothing. */
    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("group.id", group.orElseThrow());
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", 5_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
