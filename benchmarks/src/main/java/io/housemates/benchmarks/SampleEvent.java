package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The contract's example of {@code booking.created}, with a partner and a booking filled in. */
final class SampleEvent {

    private static final String PARTNER = "@partner@";
    private static final String BOOKING = "@booking@";

    private final String template = template();

    /** As it stands on Kafka. */
    byte[] of(String partner, String booking) {
        return template.replace(PARTNER, partner).replace(BOOKING, booking).getBytes(UTF_8);
    }

    private static String template() {
        try (var example = SampleEvent.class.getResourceAsStream("/contracts/events/booking.created.v1.example.json")) {
            ObjectNode event = (ObjectNode) new ObjectMapper().readTree(example);
            event.put("partnerId", PARTNER);
            ((ObjectNode) event.get("booking")).put("id", BOOKING);
            return event.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
