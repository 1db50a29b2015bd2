package io.housemates.dispatcher.inbox;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageAddress;
import io.housemates.platform.api.PageRequest;
import io.smallrye.mutiny.Uni;

/** What was kept from leaving, for the operator: {@code /admin/webhook-quarantine}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/admin/webhook-quarantine")
@Tag(name = "Admin: webhooks", description = "What the operator does about webhooks.")
@Cancellable(false)
class QuarantineResource {

    private final Quarantine quarantine;

    QuarantineResource(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @GET
    @Operation(summary = "Events kept from leaving, the newest first", description = "They do not fit the schema that partners were promised; the reason says where.")
    public Uni<Envelope<Page<Quarantine.Item>>> list(@QueryParam("page") String page, @QueryParam("per_page") String perPage,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(page, perPage);
        return quarantine.list(request, PageAddress.of(uri, request)).map(Envelope::ok);
    }

    @POST
    @Path("{event_id}/release")
    @Operation(summary = "Let an event leave as it is", description = "It is delivered to everyone who is subscribed now.")
    public Uni<Envelope<Released>> release(@Parameter(description = "As listed.") @PathParam("event_id") String eventId) {
        return quarantine.release(eventId).map(Released::new).map(Envelope::ok);
    }

    record Released(@JsonProperty("event_id") String eventId) {
    }
}
