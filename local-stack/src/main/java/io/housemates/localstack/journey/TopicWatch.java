package io.housemates.localstack.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks at what passes on the topics from now on, without taking part in any consumer group. */
final class TopicWatch implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    TopicWatch(String bootstrapServers, List<String> topics) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Asking makes the positions real now; seeking alone would look for the end at the first poll.
        partitions.forEach(consumer::position);
    }

    /** Waits for a record of the topic that speaks of the booking. */
    ConsumerRecord<String, byte[]> await(String topic, String bookingId) {
        return Patience.until("A record of booking " + bookingId + " on the topic " + topic, () -> {
            consumer.poll(Duration.ofMillis(20)).forEach(seen::add);
            return find(topic, bookingId);
        });
    }

    private Optional<ConsumerRecord<String, byte[]>> find(String topic, String bookingId) {
        return seen.stream()
                .filter(event -> event.topic().equals(topic) && event.value() != null)
                .filter(event -> new String(event.value(), UTF_8).contains(bookingId))
                .findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
