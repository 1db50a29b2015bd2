package io.housemates.localstack.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Holds the OpenAPI document of a service to what its readers need: every operation with summary, description, id, tag,
 * credentials, explained parameters, and for every body a schema and an example.
 */
public final class ApiDescription {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final Set<String> ids = new TreeSet<>();
    private final List<String> missing = new ArrayList<>();

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    /** What is missing, one line each. */
    public static List<String> missingIn(JsonNode document) {
        var description = new ApiDescription(document);
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> description.check(entry.getKey().toUpperCase() + " " + path.getKey(), path.getValue(),
                        entry.getValue())));
        Stream.of("info/description", "info/license/name", "servers/0/url")
                .forEach(member -> description.require(member, document.at("/" + member)));
        document.path("tags").forEach(tag -> description.require("tag " + tag.path("name").asText() + ": description",
                tag.path("description")));
        if (description.ids.isEmpty()) {
            description.missing.add("There is no operation.");
        }
        return description.missing;
    }

    private void check(String name, JsonNode path, JsonNode operation) {
        require(name + ": summary", operation.path("summary"));
        require(name + ": description", operation.path("description"));
        require(name + ": tags", operation.path("tags").path(0));
        require(name + ": security, if only to say that there is none", operation.path("security"));
        require(name + ": operationId", operation.path("operationId"));
        if (!ids.add(operation.path("operationId").asText())) {
            missing.add(name + ": operationId of its own");
        }
        path.path("parameters").forEach(parameter -> checkParameter(name, parameter));
        operation.path("parameters").forEach(parameter -> checkParameter(name, parameter));
        if (operation.has("requestBody")) {
            checkBody(name + " request", resolved(operation.path("requestBody")));
        }
        checkResponses(name, operation.path("responses"));
    }

    private void checkParameter(String name, JsonNode reference) {
        JsonNode parameter = resolved(reference);
        require(name + ": description of " + parameter.path("name").asText(), parameter.path("description"));
    }

    private void checkResponses(String name, JsonNode responses) {
        boolean succeeds = false;
        boolean fails = false;
        for (var response : responses.properties()) {
            succeeds |= response.getKey().startsWith("2");
            fails |= response.getKey().startsWith("4");
            checkBody(name + " " + response.getKey(), resolved(response.getValue()));
        }
        if (!succeeds || !fails) {
            missing.add(name + ": a success and the errors");
        }
    }

    private void checkBody(String name, JsonNode body) {
        if (body.path("content").isEmpty()) {
            missing.add(name + ": content");
        }
        body.path("content").properties().forEach(type -> {
            require(name + ": schema", type.getValue().path("schema"));
            if (isText(type.getKey()) && !type.getValue().has("example") && !type.getValue().has("examples")) {
                missing.add(name + ": example");
            }
        });
    }

    /** Of a picture, an example would tell nothing. */
    private static boolean isText(String type) {
        return !type.startsWith("image/") && !type.equals("application/octet-stream");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void require(String what, JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.isTextual() && value.asText().isBlank()
                || value.isContainerNode() && value.isEmpty()) {
            missing.add(what);
        }
    }
}
