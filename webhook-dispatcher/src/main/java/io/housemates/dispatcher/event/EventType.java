package io.housemates.dispatcher.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A kind of event that partners can subscribe to.
 *
 * @param name for example {@code booking.created}
 * @param description what happened when it is sent
 * @param schema JSON Schema 2020-12 of the whole body, self-contained
 * @param example a body that fits the schema
 */
public record EventType(String name, String description, JsonNode schema, JsonNode example) {
}
