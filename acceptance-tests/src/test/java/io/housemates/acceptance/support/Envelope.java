package io.housemates.acceptance.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What every error looks like, down to the bytes: clients cut it after 120 of them. */
public final class Envelope {

    private static final int LONGEST_MESSAGE = 66;
    private static final JsonMapper COMPACT_ASCII = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Envelope() {
    }

    public static void assertError(Reply reply) {
        assertThat(reply.status()).as(reply.call()).isBetween(400, 599);
        assertThat(reply.header("Content-Type").orElse("")).as("content type of %s", reply.call())
                .startsWith("application/json");
        assertThat(reply.body()).as(reply.call()).matches("\\p{ASCII}+");
        JsonNode envelope = reply.json();
        assertThat(envelope.propertyStream().map(Map.Entry::getKey)).as("keys of %s", reply.body())
                .containsExactly("success", "code", "locale", "message", "data");
        assertThat(envelope.path("success").isBoolean() && !envelope.path("success").asBoolean()).as(reply.body()).isTrue();
        assertThat(envelope.path("code").isInt()).as(reply.body()).isTrue();
        assertThat(envelope.path("locale").asText()).isEqualTo("en");
        assertThat(envelope.path("message").asText()).as("message").isNotBlank();
        assertThat(envelope.path("message").asText().getBytes(UTF_8).length).as("bytes of the message")
                .isLessThanOrEqualTo(LONGEST_MESSAGE);
        assertData(reply.status(), envelope.path("data"), reply.body());
        assertThat(reply.body().toLowerCase()).as("compact").isEqualTo(compact(envelope).toLowerCase());
    }

    private static void assertData(int status, JsonNode data, String body) {
        if (status == 422 && data.isObject()) {
            assertThat(data.propertyStream().map(Map.Entry::getKey)).as(body).containsExactly("messages");
            assertThat(data.path("messages").propertyStream()).as(body).isNotEmpty().allSatisfy(field -> {
                assertThat(field.getKey()).isNotEqualTo("error_key");
                assertThat(field.getValue()).isNotEmpty().allMatch(JsonNode::isTextual);
            });
        } else {
            assertThat(data.isNull() || data.isTextual()).as("data of %s is null or a string", body).isTrue();
        }
    }

    private static String compact(JsonNode envelope) {
        try {
            return COMPACT_ASCII.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
