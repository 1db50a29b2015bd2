package io.housemates.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** An HTTP response; header names are in lower case. */
public record Reply(String call, int status, Map<String, String> headers, String body) {

    public Reply expect(int expected) {
        assertThat(status).as("%s answered %s", call, body).isEqualTo(expected);
        return this;
    }

    public JsonNode json() {
        return Json.parse(body);
    }

    public JsonNode data() {
        return json().path("data");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase()));
    }
}
