package io.housemates.dispatcher.event;

import java.util.Collection;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.housemates.platform.api.Envelope;

/** What can be subscribed to, with JSON Schema and example: {@code /api/event-types}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/event-types")
@Tag(name = "Events")
class EventTypeResource {

    private final EventCatalogue catalogue;

    EventTypeResource(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(summary = "What can be subscribed to", description = "Every type with the JSON Schema of its body and an example.")
    public Envelope<Types> list() {
        return Envelope.ok(new Types(catalogue.all()));
    }

    record Types(Collection<EventType> items) {
    }
}
