package io.housemates.platform.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** What has arrived on the topic that these tests write to. */
public final class Happenings {

    private Happenings() {
    }

    /** Waits until so many arrived under that key and tells them in order. */
    public static List<String> await(String key, int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> of(key),
                found -> found.size() >= count);
    }

    public static List<String> of(String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor("happenings").stream()
                    .map(info -> new TopicPartition("happenings", info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<String> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record.value());
                    }
                });
            }
            return found;
        }
    }
}
