package io.housemates.dispatcher.inbox;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.event.OutgoingEvent;
import io.housemates.dispatcher.event.WebhookBody;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.UnreadableEventException;

/** Makes of a Kafka event what partners receive: checks it, takes out what is ours alone, and wraps it. */
@ApplicationScoped
class EventReader {

    /** The id becomes a header and part of the signed text, in which a dot separates. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final List<String> OURS = List.of("partnerId", "sessionId");

    private final EventCatalogue catalogue;

    EventReader(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @return empty when partners cannot subscribe to the type
     * @throws UnreadableEventException when it is no JSON object, or names no partner
     */
    Optional<ReadEvent> read(CloudEvent event) {
        if (!catalogue.contains(event.type())) {
            return Optional.empty();
        }
        if (!ID.matcher(event.id()).matches()) {
            throw new UnreadableEventException("The event id has characters that cannot be sent.");
        }
        ObjectNode payload = payload(event);
        String partnerId = partner(payload);
        if (event.type().startsWith("booking.")) {
            payload.remove(OURS);
        } else {
            payload.remove("partnerId");
        }
        String id = event.id().startsWith("evt_") ? event.id() : "evt_" + event.id();
        ObjectNode body = WebhookBody.of(event.type(), id, event.time(), payload);
        return Optional.of(new ReadEvent(event.id(), new OutgoingEvent(id, partnerId, event.type(),
                event.key() == null ? id : event.key(), event.time(), event.traceparent(), WebhookBody.bytes(body)),
                catalogue.misfit(event.type(), body).orElse(null)));
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
