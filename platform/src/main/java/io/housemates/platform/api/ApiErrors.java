package io.housemates.platform.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to a service's {@link ApiDocument} the errors every operation of its kind can answer, and gives all errors the envelope;
 * what is special is told by the operation itself.
 */
final class ApiErrors {

    private static final String ENVELOPE = "Error";

    private ApiErrors() {
    }

    static void describe(OpenAPI document) {
        document.getComponents().addSchema(ENVELOPE, envelope());
    }

    /** @param own what this operation alone answers, by status */
    static void add(OpenAPI document, String path, Operation operation, Map<String, ApiExamples.OwnError> own) {
        APIResponses responses = operation.getResponses();
        own.forEach((status, error) -> responses.addAPIResponse(status, OASFactory.createAPIResponse().description(error.when())
                .content(error.answer() == null ? null : content(error.answer()))));
        for (CommonError error : usual(path, operation)) {
            String status = Integer.toString(error.status());
            if (!responses.hasAPIResponse(status)) {
                document.getComponents().addResponse(name(error), OASFactory.createAPIResponse()
                        .description(error.key()).content(content(error)));
                responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(name(error)));
            }
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (isError(status) && response.getRef() == null && response.getContent() == null) {
                response.setContent(content(CommonError.ofStatus(Integer.parseInt(status))));
            }
        });
    }

    private static Iterable<CommonError> usual(String path, Operation operation) {
        var errors = new TreeSet<>(List.of(CommonError.NOT_ACCEPTABLE, CommonError.INTERNAL, CommonError.UNAVAILABLE));
        if (ApiAccess.isRestricted(path)) {
            errors.add(CommonError.UNAUTHENTICATED);
        }
        if (path.contains("{")) {
            errors.add(CommonError.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            errors.addAll(List.of(CommonError.MALFORMED_REQUEST, CommonError.PAYLOAD_TOO_LARGE,
                    CommonError.UNSUPPORTED_MEDIA_TYPE, CommonError.INVALID_FIELDS));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY)) {
            errors.addAll(List.of(CommonError.MALFORMED_REQUEST, CommonError.INVALID_FIELDS));
        }
        return errors;
    }

    private static boolean isError(String status) {
        return status.matches("[45]\\d\\d");
    }

    private static String name(CommonError error) {
        return error.key().substring("api.".length());
    }

    private static Content content(CommonError error) {
        return content(example(error));
    }

    private static Content content(Object example) {
        return OASFactory.createContent().addMediaType("application/json", OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(ENVELOPE)).example(example));
    }

    private static Map<String, Object> example(CommonError error) {
        var example = new LinkedHashMap<String, Object>();
        example.put("success", false);
        example.put("code", error.number());
        example.put("locale", "en");
        example.put("message", error.key());
        example.put("data", error == CommonError.INVALID_FIELDS
                ? Map.of("messages", Map.of("field", List.of("What is wrong with it.")))
                : null);
        return example;
    }

    private static Schema envelope() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                .description("Every error, whatever is wrong.")
                .addProperty("success", schema(Schema.SchemaType.BOOLEAN, "Always false."))
                .addProperty("code", schema(Schema.SchemaType.INTEGER, "Number of the error, see docs/errors.md."))
                .addProperty("locale", schema(Schema.SchemaType.STRING, "Language of the message."))
                .addProperty("message", schema(Schema.SchemaType.STRING, "What clients match on; at most 66 bytes of ASCII."))
                .addProperty("data", OASFactory.createSchema().description(
                        "null or a string; 422 has {\"messages\": {\"<field>\": [\"text\"]}}."));
    }

    private static Schema schema(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
