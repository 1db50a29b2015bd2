package io.housemates.acceptance.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic seen from the broker's side: the one place from which a record can be handed over again. */
public record Topic(String name) {

    private static final int PARTITIONS = 6;

    /** Names of topics with a record that mentions the text. */
    public static List<String> mentioning(String text) {
        try (var admin = Admin.create(settings())) {
            return admin.listTopics().names().get().stream().filter(topic -> !new Topic(topic).recordsWith(text).isEmpty())
                    .toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ids of the events of a type by their key: a record that was sent twice counts once. */
    public Map<String, Set<String>> events(String type) {
        return recordsWith("").stream().filter(record -> type.equals(header(record, "ce_type")))
                .collect(Collectors.groupingBy(record -> new String(record.key(), UTF_8),
                        Collectors.mapping(record -> header(record, "ce_id"), Collectors.toSet())));
    }

    /** Makes the topic, unless it is there. */
    public void create() {
        try (var admin = Admin.create(settings())) {
            if (!admin.listTopics().names().get().contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Values of the records that mention the text. */
    public List<String> mentions(String text) {
        return recordsWith(text).stream().map(record -> new String(record.value(), UTF_8)).toList();
    }

    /** Sends what mentions the text once more: same key, headers, value and partition. @return how many records */
    public int sendAgain(String text) {
        List<ConsumerRecord<byte[], byte[]>> found = recordsWith(text);
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            found.forEach(record -> producer.send(
                    new ProducerRecord<>(name, record.partition(), record.key(), record.value(), record.headers())));
        }
        return found.size();
    }

    /** How many records mention the text. */
    public int count(String text) {
        return recordsWith(text).size();
    }

    /**
     * Sends what mentions the text so many times more: to every partition, in another order each time, so that several
     * consumers have the same record before them at once.
     */
    public void scatter(String text, int times) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>(recordsWith(text));
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(name).size();
            for (int time = 0; time < times; time++) {
                Collections.shuffle(found);
                for (var record : found) {
                    producer.send(
                            new ProducerRecord<>(name, time % partitions, record.key(), record.value(), record.headers()));
                }
            }
        }
    }

    /** The value of the event of that type under a key; null while there is none. */
    public String value(String key, String type) {
        return recordsWith("").stream()
                .filter(record -> type.equals(header(record, "ce_type")) && key.equals(new String(record.key(), UTF_8)))
                .map(record -> new String(record.value(), UTF_8)).reduce((first, last) -> last).orElse(null);
    }

    /** Sends an event of the tests' own. */
    public void send(String key, String type, String value) {
        var record = new ProducerRecord<>(name, key.getBytes(UTF_8), value.getBytes(UTF_8));
        Map.of("ce_specversion", "1.0", "ce_id", "evt_" + Ids.ulid(), "ce_source", "/acceptance-tests", "ce_type", type,
                "ce_time", Instant.now().toString())
                .forEach((header, text) -> record.headers().add(header, text.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    /** Whoever read under that name has ended, and is not waited for by {@link #awaitEveryoneHasReadAll()}. */
    public static void forgetReaders(String group) {
        try (var admin = Admin.create(settings())) {
            Patience.await("the readers to have left").ignoreExceptionsMatching(ExecutionException.class::isInstance)
                    .until(() -> {
                        admin.deleteConsumerGroups(List.of(group)).all().get();
                        return true;
                    });
        }
    }

    /** Until every group that reads the topic has committed its end. */
    public void awaitEveryoneHasReadAll() {
        try (var admin = Admin.create(settings())) {
            Map<TopicPartition, Long> ends = ends();
            Patience.await("readers of " + name).untilAsserted(() -> assertThat(unread(admin, ends)).isEmpty());
        }
    }

    /** What a group has not committed yet, in words: the group, the partition, how far it has come and the end. */
    private List<String> unread(Admin admin, Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        List<String> unread = new ArrayList<>();
        for (GroupListing group : admin.listGroups().all().get()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata().get();
            if (offsets.keySet().stream().anyMatch(partition -> partition.topic().equals(name))) {
                ends.forEach((partition, end) -> {
                    long come = Optional.ofNullable(offsets.get(partition)).map(OffsetAndMetadata::offset).orElse(0L);
                    if (come < end) {
                        unread.add(group.groupId() + " " + partition + " " + come + " of " + end);
                    }
                });
            }
        }
        return unread;
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsWith(String text) {
        return reading(consumer -> {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.value() != null && new String(record.value(), UTF_8).contains(text)) {
                        found.add(record);
                    }
                });
            }
            return found;
        });
    }

    private Map<TopicPartition, Long> ends() {
        return reading(consumer -> consumer.endOffsets(consumer.assignment()));
    }

    private <T> T reading(Function<KafkaConsumer<byte[], byte[]>, T> work) {
        Map<String, Object> settings = new HashMap<>(settings());
        // closing waits for the fetch that is under way, so the broker is not to hold one back for long
        settings.put("fetch.max.wait.ms", 10);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return work.apply(consumer);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", SharedStack.get().kafka().bootstrapServers());
    }
}
