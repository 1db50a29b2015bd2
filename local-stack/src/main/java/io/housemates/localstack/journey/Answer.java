package io.housemates.localstack.journey;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered. Its text is left out of {@link #toString()}: it may hold a token. */
public record Answer(String call, int status, JsonNode body) {

    public JsonNode data() {
        return body.path("data");
    }

    /** @throws HopFailed with the service's own message when the status is another one */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new HopFailed(call + " answered " + status + " instead of " + expected + ": " + reason());
        }
        return this;
    }

    /** A required text of the answer's data. */
    public String text(String pointer) {
        String text = data().at(pointer).asText();
        if (text.isEmpty()) {
            throw new HopFailed(call + " answered without " + pointer);
        }
        return text;
    }

    /** The messages of our envelope or of Stripe's error; the rest of a body is for no terminal. */
    private String reason() {
        return Stream.of("/message", "/data", "/error/message")
                .map(body::at)
                .filter(part -> part.isTextual() || part.has("messages"))
                .map(JsonNode::toString)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return call + " " + status;
    }
}
