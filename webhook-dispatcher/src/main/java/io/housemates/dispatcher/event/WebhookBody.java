package io.housemates.dispatcher.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vertx.core.buffer.Buffer;

/** Wraps a payload into what partners receive: {@code {"type","id","created_at","payload"}}, in this order. */
public final class WebhookBody {

    /** Numbers are money: they leave as they came, never through a double. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private WebhookBody() {
    }

    public static ObjectNode of(String type, String id, Instant createdAt, JsonNode payload) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", type);
        body.put("id", id);
        body.put("created_at", createdAt.truncatedTo(ChronoUnit.MILLIS).toString());
        body.set("payload", payload);
        return body;
    }

    public static JsonNode parse(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException notWrittenHere) {
            throw new UncheckedIOException(notWrittenHere);
        }
    }

    public static Buffer bytes(ObjectNode body) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
