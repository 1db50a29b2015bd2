package io.housemates.localstack.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a test writes to Kafka in another service's place, and what it finds there. */
public final class Kafka {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", servers(), "acks", "all"), new StringSerializer(), new ByteArraySerializer());

    private Kafka() {
    }

    /** Sends an event and returns its id. */
    public static String send(String topic, String key, String type, byte[] data) {
        String id = "evt_" + UUID.randomUUID();
        send(record(topic, key, id, type, data));
        return id;
    }

    public static ProducerRecord<String, byte[]> record(String topic, String key, String id, String type, byte[] data) {
        var record = new ProducerRecord<>(topic, key, data);
        Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "test", "ce_type", type,
                "ce_time", Instant.now().toString(), "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    public static void send(ProducerRecord<String, byte[]> record) {
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Comes back once that consumer group has committed everything that is on the topic now. */
    public static void awaitHandled(String group, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) servers()))) {
            Map<TopicPartition, Long> ends = ends(admin, topic);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                return ends.entrySet().stream().allMatch(end -> end.getValue() == 0
                        || committed.get(end.getKey()) != null && committed.get(end.getKey()).offset() >= end.getValue());
            });
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic)
                .partitions().stream().collect(Collectors.toMap(partition -> new TopicPartition(topic, partition.partition()),
                        partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** Waits for the first record with that key, then tells all of them. */
    public static List<ConsumerRecord<String, byte[]>> awaitRecordsOf(String topic, String key) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> recordsOf(topic, key), records -> !records.isEmpty());
    }

    /** Everything on the topic at this moment with that key, oldest first. */
    public static List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String key) {
        return KafkaRecords.of(servers(), topic, key);
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
