package io.housemates.localstack.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The contracts' own examples, as a starting point for what a test sends. */
public final class Examples {

    public static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {
    }

    public static ObjectNode of(String event) {
        return of(event, 1);
    }

    public static ObjectNode of(String event, int version) {
        return (ObjectNode) read("events/" + event + ".v" + version + ".example.json");
    }

    public static JsonNode schemaOf(String event) {
        return read("events/" + event + ".v1.schema.json");
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String path) {
        try (InputStream in = Examples.class.getResourceAsStream("/contracts/" + path)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
