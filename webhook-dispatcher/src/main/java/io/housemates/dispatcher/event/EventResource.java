package io.housemates.dispatcher.event;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.InvalidFieldsException;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** The same events as by webhook, for partners who prefer to pull: {@code /api/events}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/events")
@Tag(name = "Events", description = "What can be delivered, and the same to pull.")
class EventResource {

    private static final int MOST = 100;

    private final RecordedEvents events;
    private final EventCatalogue catalogue;
    private final CurrentPartner partner;

    EventResource(RecordedEvents events, EventCatalogue catalogue, CurrentPartner partner) {
        this.events = events;
        this.catalogue = catalogue;
        this.partner = partner;
    }

    /**
     * @param cursor {@code next_cursor} of the answer before; absent for the oldest events that are kept
     * @param limit 1 to 100, default 50
     * @param type only this event type, or a family such as {@code booking.*}; a page may be empty and have more behind it
     */
    @GET
    @Operation(summary = "The same events as by webhook, the oldest first", description = "Keep next_cursor and pass it with the next call; while has_more is true, call again at once. With type an answer may hold no items and have more: one call looks at a few thousand events.")
    public Uni<Envelope<Events>> pull(
            @Parameter(description = "next_cursor of the answer before; the oldest events kept when absent.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 100; 50 when absent.") @QueryParam("limit") String limit,
            @Parameter(description = "Only this type, or a family such as booking.*; 422 for a type that the catalogue does not have.") @QueryParam("type") String type) {
        return events.after(partner.id(), EventCursor.parse(cursor), limit(limit), type(type)).map(Envelope::ok);
    }

    private String type(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!EventSelection.isKnown(text.strip(), catalogue)) {
            throw InvalidFieldsException.of("type", EventCatalogue.NO_SUCH_TYPE);
        }
        return text.strip();
    }

    private static int limit(String text) {
        if (text == null || text.isBlank()) {
            return MOST / 2;
        }
        try {
            int limit = Integer.parseInt(text.strip());
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw InvalidFieldsException.of("limit", "Must be a whole number from 1 to " + MOST + ".");
    }

    /**
     * @param items exactly what webhooks carry, oldest first
     * @param nextCursor where to go on; stays the same when there was nothing new of any type
     * @param hasMore whether more is there already
     */
    record Events(List<JsonNode> items, @JsonProperty("next_cursor") String nextCursor,
            @JsonProperty("has_more") boolean hasMore) {
    }
}
