package io.housemates.checkout.catalogue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row as it stands in a catalogue document.
 *
 * @param path its place, for example {@code rooms[3].booking_periods[0]}
 * @param room the room that a booking period stands in, null for other rows
 */
record DocumentRow(String path, JsonNode node, JsonNode room) {

    /** Null where there is none. */
    String id() {
        return node.path("id").asText(null);
    }

    /** Of a row that is withdrawn nothing but the id is read. */
    boolean isWithdrawn() {
        return node.path("withdrawn").asBoolean();
    }
}
