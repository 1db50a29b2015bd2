package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The contract's example of {@code booking.created}, with a partner, a booking and somebody's sealed details filled in. */
final class SampleEvent {

    private static final String PARTNER = "@partner@";
    private static final String BOOKING = "@booking@";
    private static final String KEY = "@key@";
    private static final String CIPHERTEXT = "@ciphertext@";

    private final String template = template();

    /** As it stands on Kafka. */
    byte[] of(String partner, String booking, SampleKeys.Key key) {
        return template.replace(PARTNER, partner).replace(BOOKING, booking).replace(KEY, key.id())
                .replace(CIPHERTEXT, Base64.getEncoder().encodeToString(key.ciphertext())).getBytes(UTF_8);
    }

    /** What is sealed in it. */
    static byte[] personal() {
        return example("personal_data.v1").toString().getBytes(UTF_8);
    }

    private static String template() {
        ObjectNode event = (ObjectNode) example("booking.created.v2");
        event.put("partnerId", PARTNER);
        ((ObjectNode) event.get("booking")).put("id", BOOKING);
        ((ObjectNode) event.get("personalData")).put("keyId", KEY).put("ciphertext", CIPHERTEXT);
        return event.toString();
    }

    private static JsonNode example(String name) {
        try (var example = SampleEvent.class.getResourceAsStream("/contracts/events/" + name + ".example.json")) {
            return new ObjectMapper().readTree(example);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
