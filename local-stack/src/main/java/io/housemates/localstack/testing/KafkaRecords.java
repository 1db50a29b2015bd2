package io.housemates.localstack.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a test finds on Kafka. */
public final class KafkaRecords {

    /** Closing a reader waits for the fetch that is under way, which the broker holds back for half a second by default. */
    private static final int LONGEST_FETCH_MILLIS = 10;

    private KafkaRecords() {
    }

    /** Everything on the topic at this moment with that key, oldest first. */
    public static List<ConsumerRecord<String, byte[]>> of(String bootstrapServers, String topic, String key) {
        return all(bootstrapServers, topic).stream().filter(record -> key.equals(record.key())).toList();
    }

    /** Everything on the topic at this moment, oldest first within a partition. */
    public static List<ConsumerRecord<String, byte[]>> all(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms",
                LONGEST_FETCH_MILLIS);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }
}
