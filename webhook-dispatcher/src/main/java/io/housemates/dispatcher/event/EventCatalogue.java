package io.housemates.dispatcher.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** Everything a partner can be sent, read from {@code contracts/webhooks}; nothing leaves that does not fit it. */
@ApplicationScoped
public class EventCatalogue {

    public static final String TEST = "webhook.test";
    public static final String ENDPOINT_FAILING = "endpoint.failing";
    public static final String ENDPOINT_DISABLED = "endpoint.disabled";

    /** What a partner is told who names another type. */
    public static final String NO_SUCH_TYPE = "There is no such event type; see /api/event-types.";

    private static final List<String> NAMES = List.of("booking.created", "booking.updated", "booking.cancelled",
            "booking.erased",
            "checkout.attention_needed", "checkout.refunded", ENDPOINT_FAILING, ENDPOINT_DISABLED, TEST);
    private static final String COMMON = "../events/common.v1.schema.json";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, EventType> types = new LinkedHashMap<>();
    private final Map<String, JsonSchema> schemas = new LinkedHashMap<>();

    public EventCatalogue() {
        JsonNode common = read("/contracts/events/common.v1.schema.json").get("$defs");
        for (String name : NAMES) {
            ObjectNode schema = selfContained(read("/contracts/webhooks/" + name + ".v1.schema.json"), common);
            types.put(name, new EventType(name, schema.path("description").asText(), schema,
                    read("/contracts/webhooks/" + name + ".v1.example.json")));
            schemas.put(name, JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema));
        }
    }

    public Collection<EventType> all() {
        return types.values();
    }

    public boolean contains(String type) {
        return types.containsKey(type);
    }

    /** Why the body does not fit its type's schema, without quoting the body; empty when it fits. */
    public Optional<String> misfit(String type, JsonNode body) {
        return schemas.get(type).validate(body).stream().findFirst().map(EventCatalogue::withoutValues);
    }

    private static String withoutValues(ValidationMessage message) {
        return message.getInstanceLocation() + ": " + message.getType();
    }

    /** Partners get one document: references to the shared blocks become local, and the blocks come along. */
    private ObjectNode selfContained(JsonNode schema, JsonNode common) {
        try {
            ObjectNode document = (ObjectNode) json.readTree(schema.toString().replace(COMMON + "#", "#"));
            document.set("$defs", json.readTree(common.toString().replace("common.v1.schema.json#", "#")));
            return document;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode read(String resource) {
        try (InputStream in = EventCatalogue.class.getResourceAsStream(resource)) {
            return json.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
