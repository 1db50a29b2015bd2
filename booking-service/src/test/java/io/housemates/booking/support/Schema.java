package io.housemates.booking.support;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** An event's JSON Schema from contracts/, read from the class path. */
public record Schema(JsonSchema schema) {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix("https://contracts.housemates.io/events/",
                    "classpath:contracts/events/")));

    public static Schema of(String event, int version) {
        return new Schema(FACTORY.getSchema(
                SchemaLocation.of("https://contracts.housemates.io/events/" + event + ".v" + version + ".schema.json")));
    }

    public Set<ValidationMessage> problemsOf(JsonNode event) {
        return schema.validate(event, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }
}
