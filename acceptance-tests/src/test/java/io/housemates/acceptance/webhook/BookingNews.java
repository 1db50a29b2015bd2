package io.housemates.acceptance.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.SharedStack;
import io.housemates.acceptance.support.Student;
import io.housemates.acceptance.support.Topic;

/**
 * Tells of bookings in booking-service's place, as the contract has it: in clear, as the first version was, or with personal
 * data under a key that all services know.
 */
final class BookingNews implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", SharedStack.get().kafka().bootstrapServers(), "acks", "all", "linger.ms", 5),
            new StringSerializer(), new ByteArraySerializer());
    private final JsonNode sealed;

    private BookingNews(JsonNode sealed) {
        this.sealed = sealed;
    }

    /** What is sealed is what the student of one real booking told. */
    static BookingNews like(Partner partner) {
        String booking = partner.books(Room.create(), Student.sample());
        List<String> records = Patience.await("the booking on Kafka").until(() -> new Topic("bookings").mentions(booking),
                found -> !found.isEmpty());
        return new BookingNews(Json.parse(records.get(0)).path("personalData"));
    }

    /** @return the event's id, the webhook-id of its deliveries */
    String inClear(Partner partner, String booking, String type) {
        return send(partner, booking, type, example(type, 1));
    }

    /** The same with personal data sealed. */
    String sealed(Partner partner, String booking, String type) {
        ObjectNode event = example(type, 2);
        event.set("personalData", sealed);
        return send(partner, booking, type, event);
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    private String send(Partner partner, String booking, String type, ObjectNode event) {
        event.put("partnerId", partner.id());
        event.withObject("/booking").put("id", booking);
        String id = "evt_" + Ids.ulid();
        var record = new ProducerRecord<>(Dispatchers.BOOKINGS, booking, event.toString().getBytes(UTF_8));
        Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "booking-service", "ce_type", type, "ce_time",
                Instant.now().toString()).forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
        return id;
    }

    private static ObjectNode example(String type, int version) {
        try {
            return Json.object(Files.readString(
                    SharedStack.root().resolve("contracts/events/" + type + ".v" + version + ".example.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
