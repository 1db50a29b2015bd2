package io.housemates.dispatcher.inbox;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.event.PersonalPart;
import io.housemates.dispatcher.event.WebhookBody;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.UnreadableEventException;
import io.housemates.platform.privacy.Sealed;

/**
 * Makes of a Kafka event what partners receive: checks it, takes out what is ours alone, and what is personal, and wraps it.
 */
@ApplicationScoped
class EventReader {

    /** The id becomes a header and part of the signed text, in which a dot separates. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final List<String> OURS = List.of("partnerId", "sessionId", "keyId");

    /** In events since their second version: everything about people. */
    private static final String SEALED = "personalData";

    private final EventCatalogue catalogue;

    EventReader(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @return empty when partners cannot subscribe to the type
     * @throws UnreadableEventException when it is no JSON object, or names no partner
     */
    Optional<ArrivedEvent> read(CloudEvent event) {
        if (!catalogue.contains(event.type())) {
            return Optional.empty();
        }
        if (!ID.matcher(event.id()).matches()) {
            throw new UnreadableEventException("The event id has characters that cannot be sent.");
        }
        ObjectNode payload = payload(event);
        String partnerId = partner(payload);
        boolean ofBooking = event.type().startsWith("booking.");
        if (ofBooking) {
            payload.remove(OURS);
        } else {
            payload.remove("partnerId");
        }
        boolean sealed = ofBooking && payload.has(SEALED);
        Sealed personal = sealed ? sealed(payload.remove(SEALED)) : null;
        ObjectNode inClear = null;
        if (sealed) {
            PersonalPart.makeRoom(payload);
        } else if (ofBooking) {
            inClear = PersonalPart.takeOut(payload);
        }
        if (sealed && personal == null) {
            PersonalPart.markErased(payload);
        }
        String id = event.id().startsWith("evt_") ? event.id() : "evt_" + event.id();
        ObjectNode body = WebhookBody.of(event.type(), id, event.time(), payload);
        return Optional.of(new ArrivedEvent(event.id(), id, partnerId, event.type(), event.key() == null ? id : event.key(),
                event.time(), event.traceparent(), body, personal, inClear == null || inClear.isEmpty() ? null : inClear));
    }

    /** Null where it was erased before the event was sent. */
    private static Sealed sealed(JsonNode personalData) {
        if (personalData.isNull()) {
            return null;
        }
        String keyId = personalData.path("keyId").textValue();
        String ciphertext = personalData.path("ciphertext").textValue();
        if (keyId != null && ciphertext != null) {
            try {
                return new Sealed(keyId, Base64.getDecoder().decode(ciphertext));
            } catch (IllegalArgumentException noBase64) {
                // told below
            }
        }
        throw new UnreadableEventException("The data does not fit at " + SEALED + ".");
    }

    private static ObjectNode payload(CloudEvent event) {
        try {
            if (WebhookBody.JSON.readTree(event.data()) instanceof ObjectNode payload) {
                return payload;
            }
        } catch (IOException noJson) {
            // told below; the parser's message would quote the data
        }
        throw new UnreadableEventException("The data is not a JSON object.");
    }

    private static String partner(ObjectNode payload) {
        JsonNode partner = payload.get("partnerId");
        if (partner == null || !partner.isTextual() || partner.asText().isBlank()) {
            throw new UnreadableEventException("The data does not fit at partnerId.");
        }
        return partner.asText();
    }
}
