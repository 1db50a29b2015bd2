package io.housemates.platform.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What {@link ApiDocument} adds to one operation from a file beside the code.
 *
 * @param request a body that is accepted, or null
 * @param response the whole answer to it, or null
 * @param wrapped whether the resource names only what is in the envelope
 * @param created whether the success is 201
 * @param errors what it alone is answered with, by status: an annotation for one would take the place of the success
 */
record ApiExamples(Object request, Object response, boolean created, boolean wrapped, Map<String, OwnError> errors) {

    /** @param when it is answered @param answer the whole of it, or null where the usual one will do */
    record OwnError(String when, Object answer) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CREATED = 201;

    /** @param operationId the resource's class and the method, with an underscore between */
    static ApiExamples of(String operationId) {
        String[] names = operationId == null ? new String[0] : operationId.split("_", 2);
        JsonNode examples = names.length < 2 ? JSON.missingNode() : read(names[0]).path(names[1]);
        return new ApiExamples(plain(examples.get("request")), plain(examples.get("response")),
                examples.path("status").asInt() == CREATED, examples.path("wrapped").asBoolean(), errors(examples));
    }

    /** What a parameter of that name means in this service, wherever it is taken. */
    static Optional<String> parameter(String name) {
        return Optional.ofNullable(read("parameters").path(name).textValue());
    }

    private static Map<String, OwnError> errors(JsonNode examples) {
        Map<String, OwnError> errors = new TreeMap<>();
        if (examples.has("conflict")) {
            errors.put("409", new OwnError(examples.get("conflict").asText(), null));
        }
        examples.path("errors").properties().forEach(error -> errors.put(error.getKey(),
                new OwnError(error.getValue().path("when").asText(), plain(error.getValue().get("answer")))));
        return errors;
    }

    private static JsonNode read(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("openapi/" + resource + ".json")) {
            return in == null ? JSON.missingNode() : JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("openapi/" + resource + ".json", unreadable);
        }
    }

    /** The document's writer knows maps and lists, but no tree. */
    private static Object plain(JsonNode node) {
        return node == null ? null : JSON.convertValue(node, Object.class);
    }
}
