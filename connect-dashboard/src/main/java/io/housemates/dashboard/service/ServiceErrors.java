package io.housemates.dashboard.service;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the envelope of a refused call; an answer without one still has its status. */
public class ServiceErrors implements ResponseExceptionMapper<ServiceError> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {
    };

    @Override
    public ServiceError toThrowable(Response response) {
        JsonNode envelope = envelope(response.readEntity(String.class));
        JsonNode data = envelope.path("data");
        return new ServiceError(response.getStatus(), envelope.path("message").asText(),
                data.isTextual() ? data.asText() : null, fields(data.path("messages")));
    }

    private static JsonNode envelope(String body) {
        try {
            return body == null ? JSON.missingNode() : JSON.readTree(body);
        } catch (IOException noEnvelope) {
            return JSON.missingNode();
        }
    }

    private static Map<String, List<String>> fields(JsonNode messages) {
        try {
            return messages.isObject() ? JSON.convertValue(messages, FIELDS) : Map.of();
        } catch (IllegalArgumentException otherShape) {
            return Map.of();
        }
    }
}
