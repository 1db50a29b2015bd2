package io.housemates.platform.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.housemates.platform.event.DeadLetters;
import io.smallrye.common.annotation.Identifier;

/** What lies on the dead-letter topics of this service; every call reads Kafka and blocks. */
@ApplicationScoped
class BuriedRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Within the time for which clients and proxies wait. */
    private static final Duration READING = Duration.ofSeconds(20);
    /** Closing a reader waits for the fetch that is under way, so Kafka is not to hold one back for long. */
    private static final int LONGEST_FETCH_MILLIS = 50;
    private static final long OF_EACH_PARTITION = 100;

    private final Map<String, Object> broker;
    private final String suffix;
    private final DeadLetters deadLetters;

    BuriedRecords(@Identifier("default-kafka-broker") Map<String, Object> broker, DeadLetters deadLetters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        this.deadLetters = deadLetters;
        suffix = ".dead-letter." + service;
    }

    /** @param next where the next part begins, empty when there is none */
    record Part(List<BuriedRecord> records, Map<TopicPartition, Long> next) {
    }

    /**
     * Newest first, at most a hundred of each partition, without values.
     *
     * @param before where each partition's part ends; empty for the newest of all
     */
    Part newest(Map<TopicPartition, Long> before) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, name -> name.endsWith(suffix));
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
            if (!before.isEmpty()) {
                ends.keySet().retainAll(before.keySet());
                ends.replaceAll((partition, end) -> Math.min(end, before.get(partition)));
            }
            Map<TopicPartition, Long> starts = new HashMap<>(ends);
            starts.replaceAll((partition, end) -> Math.max(begins.get(partition), end - OF_EACH_PARTITION));
            List<BuriedRecord> records = readAll(new Stretch(starts, ends), consumer);
            starts.entrySet().removeIf(start -> start.getValue() <= begins.get(start.getKey()));
            return new Part(records, starts);
        }
    }

    private static List<BuriedRecord> readAll(Stretch stretch, KafkaConsumer<String, byte[]> consumer) {
        List<BuriedRecord> records = new ArrayList<>();
        var rest = stretch.read(consumer, READING,
                read -> read.forEach(record -> records.add(BuriedRecord.withoutValue(record))));
        if (!rest.isEmpty()) {
            throw new TimeoutException("dead letters could not be read in time");
        }
        records.sort(Comparator.comparing(BuriedRecord::buriedAt).thenComparing(buried -> buried.record().offset()).reversed());
        return records;
    }

    /**
     * Hands over what lies there, oldest first within a partition, for as long as a request may take.
     *
     * @param topic where they first came, null for all
     * @param from where each partition's part begins; empty for the oldest of all
     * @param each what one look brought
     * @return where the next part begins, empty when there is none
     */
    Map<TopicPartition, Long> each(String topic, Map<TopicPartition, Long> from,
            Consumer<List<ConsumerRecord<String, byte[]>>> each) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer,
                    name -> topic == null ? name.endsWith(suffix) : name.equals(topic + suffix));
            Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(partitions, PATIENCE));
            if (!from.isEmpty()) {
                starts.keySet().retainAll(from.keySet());
                starts.replaceAll((partition, begin) -> Math.max(begin, from.get(partition)));
            }
            return new Stretch(starts, consumer.endOffsets(starts.keySet(), PATIENCE)).read(consumer, READING, each);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, Predicate<String> topic) {
        return consumer.listTopics(PATIENCE).values().stream().flatMap(List::stream)
                .filter(partition -> topic.test(partition.topic()))
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
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
                return Optional.of(open(record))
                        .filter(found -> record.offset() == place.offset());
            }
            return Optional.empty();
        }
    }

    /** @throws IllegalStateException when the operator's keyset does not open it */
    BuriedRecord open(ConsumerRecord<String, byte[]> record) {
        return new BuriedRecord(record, deadLetters.open(record));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.put("fetch.max.wait.ms", LONGEST_FETCH_MILLIS);
        settings.put("allow.auto.create.topics", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
