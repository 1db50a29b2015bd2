package io.housemates.platform.deadletter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A part of what lies on some partitions.
 *
 * @param ends not included; each partition has a start, too
 */
record Stretch(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * Reads it; blocks.
     *
     * @param each what one look brought
     * @return where the rest begins when the time was too short, by partition
     */
    Map<TopicPartition, Long> read(KafkaConsumer<String, byte[]> consumer, Duration time,
            Consumer<List<ConsumerRecord<String, byte[]>>> each) {
        long deadline = System.nanoTime() + time.toNanos();
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
        Map<TopicPartition, Long> rest = rest(starts);
        while (!rest.isEmpty() && System.nanoTime() < deadline) {
            each.accept(own(consumer.poll(POLL)));
            Map<TopicPartition, Long> reached = new HashMap<>();
            rest.keySet().forEach(partition -> reached.put(partition, consumer.position(partition, PATIENCE)));
            rest = rest(reached);
            consumer.pause(finished(rest));
        }
        return rest;
    }

    /** What has come since is left out. */
    private List<ConsumerRecord<String, byte[]>> own(ConsumerRecords<String, byte[]> read) {
        return StreamSupport.stream(read.spliterator(), false)
                .filter(record -> record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))).toList();
    }

    private Map<TopicPartition, Long> rest(Map<TopicPartition, Long> reached) {
        Map<TopicPartition, Long> rest = new HashMap<>(reached);
        rest.entrySet().removeIf(place -> place.getValue() >= ends.get(place.getKey()));
        return rest;
    }

    private List<TopicPartition> finished(Map<TopicPartition, Long> rest) {
        return starts.keySet().stream().filter(partition -> !rest.containsKey(partition)).toList();
    }
}
