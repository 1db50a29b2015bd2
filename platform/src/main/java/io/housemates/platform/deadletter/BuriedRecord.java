package io.housemates.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.DeadLetters;

/**
 * A record that a consumer of this service could not handle.
 *
 * @param value as it first came; null when it had none, or was not asked for
 */
record BuriedRecord(ConsumerRecord<String, byte[]> record, byte[] value) {

    private static final Set<String> BURIAL = Set.of(DeadLetters.REASON, DeadLetters.TOPIC, DeadLetters.PARTITION,
            DeadLetters.OFFSET, DeadLetters.SEALED, DeadLetters.LEFT_BEHIND);

    /** For lists: values may be large. */
    static BuriedRecord withoutValue(ConsumerRecord<String, byte[]> record) {
        return new BuriedRecord(new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), record.timestamp(),
                record.timestampType(), record.serializedKeySize(), record.serializedValueSize(), record.key(), null,
                record.headers(), record.leaderEpoch()), null);
    }

    boolean liesHereFor(String reason) {
        return reason.equals(header(DeadLetters.REASON));
    }

    /** The record as it first came, for the topic it first came on. */
    ProducerRecord<String, byte[]> original() {
        var original = new ProducerRecord<>(header(DeadLetters.TOPIC), record.key(), value);
        for (Header header : record.headers()) {
            if (!BURIAL.contains(header.key())) {
                original.headers().add(header);
            }
        }
        return original;
    }

    /** Whether it can be sent again: what was too large to be copied lies only where it first came. */
    boolean isWhole() {
        return record.headers().lastHeader(DeadLetters.LEFT_BEHIND) == null;
    }

    Instant buriedAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Without the data, which may be about people. */
    View summary() {
        return view(null);
    }

    View whole() {
        return view(value == null ? null : new String(value, UTF_8));
    }

    private View view(String data) {
        return new View(new Place(record.topic(), record.partition(), record.offset()).text(), header(DeadLetters.TOPIC),
                header(DeadLetters.PARTITION), header(DeadLetters.OFFSET), record.key(), header(CloudEvent.ID),
                header(CloudEvent.TYPE), header(DeadLetters.REASON), buriedAt(), data);
    }

    private String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /**
     * As the admin sees it.
     *
     * @param topic where it first came, with partition and offset
     * @param eventId null when the record had none, like eventType
     * @param data the value as text, only when one record is read
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record View(String id, String topic, String partition, String offset, String key, String eventId, String eventType,
            String reason, Instant buriedAt, @JsonInclude(JsonInclude.Include.NON_NULL) String data) {

        @Override
        public String toString() {
            return "BuriedRecord[" + id + "]";
        }
    }
}
