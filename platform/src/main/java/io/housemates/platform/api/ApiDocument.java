package io.housemates.platform.api;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Completes the description of a service's HTTP API while the service is built: credentials, errors and examples are the same
 * everywhere, or would only clutter the resources.
 *
 * <p>
 * The operation {@code list} of {@code RoomResource} finds its examples as {@code list} in {@code openapi/RoomResource.json};
 * what several operations ask for is explained in {@code openapi/parameters.json}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    /** What these mean is the same wherever they are taken. */
    private static final Map<String, String> USUAL_PARAMETERS = Map.of(
            "page", "Counted from 1; 1 when absent.",
            "per_page", "Rows on a page, 1 to 100; 10 when absent.",
            "id", "As answered where it was made or listed.");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        ApiAccess.describe(document);
        ApiErrors.describe(document);
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> complete(document, path, operation)));
        }
    }

    private static void complete(OpenAPI document, String path, Operation operation) {
        ApiAccess.require(path, operation);
        ApiExamples examples = ApiExamples.of(operation.getOperationId());
        if (examples.created() && operation.getResponses().hasAPIResponse("200")) {
            APIResponses responses = operation.getResponses();
            responses.addAPIResponse("201", responses.getAPIResponse("200").description("Created"));
            responses.removeAPIResponse("200");
        }
        ApiErrors.add(document, path, operation, examples.errors());
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ApiDocument::explain);
        }
        if (operation.getRequestBody() != null) {
            exemplify(operation.getRequestBody().getContent(), examples.request());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                if (examples.wrapped()) {
                    wrap(response.getContent());
                }
                exemplify(response.getContent(), examples.response());
            }
        });
    }

    private static void explain(Parameter parameter) {
        if (parameter.getDescription() == null) {
            String usual = parameter.getName().endsWith("_id") ? "id" : parameter.getName();
            parameter.setDescription(ApiExamples.parameter(parameter.getName()).orElse(USUAL_PARAMETERS.get(usual)));
        }
        if (parameter.getSchema() == null) {
            parameter.setSchema(OASFactory.createSchema());
        }
    }

    /** Where the resource names only what is in the envelope. */
    private static void wrap(Content content) {
        content.getMediaTypes().values().forEach(type -> type.setSchema(OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("success", OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN))
                .addProperty("code", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("locale", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .addProperty("message", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .addProperty("data", type.getSchema())));
    }

    private static void exemplify(Content content, Object example) {
        if (content != null && example != null) {
            content.getMediaTypes().values().stream()
                    .filter(type -> type.getExample() == null && type.getExamples() == null)
                    .forEach(type -> type.example(example).schema(shaped(type.getSchema(), example)));
        }
    }

    /** Resources that read or write bytes themselves tell nothing of what is in them. */
    private static Schema shaped(Schema declared, Object example) {
        List<Schema.SchemaType> types = declared == null ? null : declared.getType();
        if (example instanceof Map && types != null && types.contains(Schema.SchemaType.STRING)) {
            return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).additionalPropertiesBoolean(true);
        }
        return example instanceof String ? OASFactory.createSchema().addType(Schema.SchemaType.STRING) : declared;
    }
}
