package io.housemates.checkout.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import io.housemates.localstack.testing.KafkaRecords;

/** What the service published. */
public final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://contracts.housemates.io/", "classpath:contracts/")));

    private Events() {
    }

    /** The events of a type under a key, once there is one. */
    public static List<JsonNode> awaited(String topic, String key, String type) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> of(topic, key, type), events -> !events.isEmpty());
    }

    public static List<JsonNode> of(String topic, String key, String type) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return KafkaRecords.of(servers, topic, key).stream().filter(record -> type.equals(header(record, "ce_type")))
                .map(Events::json).toList();
    }

    /** Whether the latest record under a key has no value: compaction leaves nothing of the key. */
    public static boolean endsWithoutValue(String topic, String key) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        var records = KafkaRecords.of(servers, topic, key);
        return !records.isEmpty() && records.get(records.size() - 1).value() == null;
    }

    /** How many different events of each type there are, by key. */
    public static Map<String, Map<String, Long>> counts(String topic) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return KafkaRecords.all(servers, topic).stream()
                .collect(groupingBy(ConsumerRecord::key, groupingBy(record -> header(record, "ce_type"),
                        mapping(record -> header(record, "ce_id"), collectingAndThen(toSet(), ids -> (long) ids.size())))));
    }

    /** Where an event breaks its contract. */
    public static Set<ValidationMessage> problems(String type, JsonNode event) {
        return problems(type, 1, event);
    }

    public static Set<ValidationMessage> problems(String type, int version, JsonNode event) {
        return SCHEMAS.getSchema(SchemaLocation
                .of("https://contracts.housemates.io/events/" + type + ".v" + version + ".schema.json"))
                .validate(event);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
