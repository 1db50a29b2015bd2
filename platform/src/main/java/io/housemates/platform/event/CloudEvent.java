package io.housemates.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An event as it travels on Kafka: CloudEvents 1.0, Kafka binding 1.0.2, binary mode.
 *
 * @param id the same on every redelivery
 * @param type for example {@code checkout.completed}
 * @param key the aggregate's id, which orders events
 * @param time when it happened
 * @param traceparent W3C trace context, or null
 * @param data the JSON value
 */
public record CloudEvent(String id, String type, String key, Instant time, String traceparent, byte[] data) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    /** @throws UnreadableEventException when an attribute is missing or wrong */
    public static CloudEvent of(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new UnreadableEventException("The record has no value.");
        }
        return withoutData(record);
    }

    /**
     * The same of a record that has no value, as a compacted topic knows it.
     *
     * @throws UnreadableEventException when an attribute is missing or wrong
     */
    public static CloudEvent withoutData(ConsumerRecord<String, byte[]> record) {
        if (!"1.0".equals(required(record, SPEC_VERSION))) {
            throw new UnreadableEventException("The header " + SPEC_VERSION + " is not 1.0.");
        }
        return new CloudEvent(required(record, ID), required(record, TYPE), record.key(), time(required(record, TIME)),
                header(record, TRACEPARENT), record.value());
    }

    /** @throws UnreadableEventException when the data is not what the type promises */
    public <T> T dataAs(Class<T> type, ObjectMapper json) {
        try {
            T value = json.readValue(data, type);
            if (value == null) {
                throw new UnreadableEventException("The data is null.");
            }
            return value;
        } catch (IOException e) {
            throw UnreadableEventException.of(e);
        }
    }

    /** Years of more digits are instants to Java, but neither to the database nor to who reads the event. */
    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
                throw new DateTimeException("far away");
            }
            return time;
        } catch (DateTimeException e) {
            throw new UnreadableEventException("The header " + TIME + " is not an instant.");
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = header(record, name);
        if (value == null || value.isBlank()) {
            throw new UnreadableEventException("The header " + name + " is missing.");
        }
        return value;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    @Override
    public String toString() {
        return "CloudEvent[id=" + id + ", type=" + type + ", key=" + key + "]";
    }
}
