package io.housemates.platform.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.housemates.platform.event.DeadLetters;
import io.smallrye.common.annotation.Identifier;

/** What lies on the dead-letter topics of this service; every call reads Kafka and blocks. */
@ApplicationScoped
class BuriedRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    /** Closing a reader waits for the fetch that is under way, so Kafka is not to hold one back for long. */
    private static final int LONGEST_FETCH_MILLIS = 50;
    private static final long NEWEST_OF_A_PARTITION = 100;

    private final Map<String, Object> broker;
    private final String suffix;
    private final DeadLetters deadLetters;

    BuriedRecords(@Identifier("default-kafka-broker") Map<String, Object> broker, DeadLetters deadLetters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        this.deadLetters = deadLetters;
        suffix = ".dead-letter." + service;
    }

    /** Newest first, at most a hundred of each partition. */
    List<BuriedRecord> newest() {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.listTopics(PATIENCE).values().stream().flatMap(List::stream)
                    .filter(partition -> partition.topic().endsWith(suffix))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            partitions.forEach(partition -> consumer.seek(partition,
                    Math.max(begins.get(partition), ends.get(partition) - NEWEST_OF_A_PARTITION)));
            return readUpTo(ends, consumer);
        }
    }

    Optional<BuriedRecord> find(Place place) {
        if (!place.topic().endsWith(suffix)) {
            return Optional.empty();
        }
        try (var consumer = consumer()) {
            var partition = List.of(place.topicPartition());
            consumer.assign(partition);
            if (consumer.endOffsets(partition, PATIENCE).getOrDefault(place.topicPartition(), 0L) <= place.offset()) {
                return Optional.empty();
            }
            consumer.seek(place.topicPartition(), place.offset());
            for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
                return Optional.of(new BuriedRecord(record, deadLetters.open(record)))
                        .filter(found -> record.offset() == place.offset());
            }
            return Optional.empty();
        }
    }

    private static List<BuriedRecord> readUpTo(Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> consumer) {
        List<BuriedRecord> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> records.add(new BuriedRecord(record, null)));
        }
        records.sort(Comparator.comparing(BuriedRecord::buriedAt).reversed());
        return records;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.put("fetch.max.wait.ms", LONGEST_FETCH_MILLIS);
        settings.put("allow.auto.create.topics", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
