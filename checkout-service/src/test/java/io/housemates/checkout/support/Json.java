package io.housemates.checkout.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.response.Response;

/** Reads answers that tests ask for hundreds of times: RestAssured compiles a script for each path it looks up. */
public final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {
    };

    private Json() {
    }

    public static JsonNode of(Response answer) {
        return of(answer.asByteArray());
    }

    static JsonNode of(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, Object>> objects(JsonNode list) {
        return JSON.convertValue(list, OBJECTS);
    }
}
