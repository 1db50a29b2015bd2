package io.housemates.dispatcher.event;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Everything about people in a booking's event: taken out before it is stored, put back before it is sent.
 *
 * What is taken out leaves a null in its place, so that the bytes are the same however often they are put together.
 */
public final class PersonalPart {

    private static final List<String> PEOPLE = List.of("resident", "supportingContact", "course");
    private static final String BOOKING = "booking";
    private static final String REQUEST = "specialRequest";
    private static final String ERASED = "personalDataErased";

    private PersonalPart() {
    }

    /** Takes it out of a payload that came in clear; empty where the payload has none. */
    public static ObjectNode takeOut(ObjectNode payload) {
        ObjectNode personal = WebhookBody.JSON.createObjectNode();
        PEOPLE.forEach(name -> move(payload, personal, name));
        if (payload.get(BOOKING) instanceof ObjectNode booking) {
            move(booking, personal, REQUEST);
        }
        return personal;
    }

    private static void move(ObjectNode from, ObjectNode to, String name) {
        if (from.hasNonNull(name)) {
            to.set(name, from.get(name));
            from.putNull(name);
        }
    }

    /** Makes the places in a payload that came sealed. */
    public static void makeRoom(ObjectNode payload) {
        PEOPLE.forEach(payload::putNull);
        if (payload.get(BOOKING) instanceof ObjectNode booking) {
            List<Map.Entry<String, JsonNode>> before = List.copyOf(booking.properties());
            booking.removeAll();
            for (Map.Entry<String, JsonNode> field : before) {
                booking.set(field.getKey(), field.getValue());
                if ("supportingContactKind".equals(field.getKey())) {
                    booking.putNull(REQUEST);
                }
            }
        }
    }

    /** Says that the places stay empty. */
    public static void markErased(ObjectNode payload) {
        payload.put(ERASED, true);
    }

    /** Puts it into the places of a payload. */
    static void putBack(ObjectNode payload, byte[] personal) {
        for (Map.Entry<String, JsonNode> field : parse(personal).properties()) {
            if (PEOPLE.contains(field.getKey())) {
                payload.set(field.getKey(), field.getValue());
            } else if (REQUEST.equals(field.getKey()) && payload.get(BOOKING) instanceof ObjectNode booking) {
                booking.set(REQUEST, field.getValue());
            }
        }
    }

    static ObjectNode parse(byte[] json) {
        try {
            return (ObjectNode) WebhookBody.JSON.readTree(json);
        } catch (IOException | ClassCastException e) {
            throw new IllegalStateException("a body or what was opened for it is no JSON object");
        }
    }
}
