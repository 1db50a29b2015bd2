package io.housemates.dispatcher.event;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageAddress;
import io.housemates.platform.api.PageRequest;

/** What can be subscribed to, with JSON Schema and example: {@code /api/event-types}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/event-types")
@Tag(name = "Events")
class EventTypeResource {

    private static final String WHOLE = "100";

    private final EventCatalogue catalogue;

    EventTypeResource(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(summary = "What can be subscribed to", description = "Every type with the JSON Schema of its body and an example; all on one page, unless per_page is given.")
    public Envelope<Page<EventType>> list(@QueryParam("page") String page, @QueryParam("per_page") String perPage,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(page, perPage == null ? WHOLE : perPage);
        List<EventType> types = catalogue.all().stream().skip(request.offset()).limit(request.perPage()).toList();
        return Envelope.ok(Page.of(types, catalogue.all().size(), request, PageAddress.of(uri, request)));
    }
}
