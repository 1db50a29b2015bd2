package io.housemates.localstack.journey;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered. Its text is left out of {@link #toString()}: it may hold a token. */
record Answer(String call, int status, JsonNode body) {

    JsonNode data() {
        return body.path("data");
    }

    /** @throws HopFailed with the service's own message when the status is another one */
    Answer expect(int expected) {
        if (status != expected) {
            throw new HopFailed(call + " answered " + status + " instead of " + expected + ": " + reason());
        }
        return this;
    }

    /** A required text of the answer's data. */
    String text(String pointer) {
        String text = data().at(pointer).asText();
        if (text.isEmpty()) {
            throw new HopFailed(call + " answered without " + pointer);
        }
        return text;
    }

    private String reason() {
        return status < 400 ? "not what was asked for" : body.toString();
    }

    @Override
    public String toString() {
        return call + " " + status;
    }
}
