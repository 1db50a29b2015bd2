package io.housemates.dispatcher.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import io.housemates.localstack.testing.KafkaRecords;

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

    /** Does not wait for the broker. */
    public static void sendSoon(ProducerRecord<String, byte[]> record) {
        PRODUCER.send(record);
    }

    /** Everything on the topic at this moment with that key, oldest first. */
    public static List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String key) {
        return KafkaRecords.of(servers(), topic, key);
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
