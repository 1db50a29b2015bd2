package io.housemates.platform.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What {@link ApiDocument} adds to one operation from a file beside the code.
 *
 * @param request a body that is accepted, or null
 * @param response the whole answer to it, or null
 * @param conflict when it is answered 409, or null: an annotation for it would take the place of the success
 */
record ApiExamples(Object request, Object response, String conflict) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param operationId the resource's class and the method, with an underscore between */
    static ApiExamples of(String operationId) {
        String[] names = operationId == null ? new String[0] : operationId.split("_", 2);
        JsonNode examples = names.length < 2 ? JSON.missingNode() : read(names[0]).path(names[1]);
        return new ApiExamples(plain(examples.get("request")), plain(examples.get("response")),
                examples.path("conflict").textValue());
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
