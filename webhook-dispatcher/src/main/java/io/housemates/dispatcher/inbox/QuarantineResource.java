package io.housemates.dispatcher.inbox;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** What was kept from leaving, for the operator: {@code /admin/webhook-quarantine}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/admin/webhook-quarantine")
@Tag(name = "Admin: webhooks")
class QuarantineResource {

    private final Quarantine quarantine;

    QuarantineResource(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** The newest hundred. */
    @GET
    @Operation(summary = "Events kept from leaving, the newest hundred")
    public Uni<Envelope<Items>> list() {
        return quarantine.list().map(Items::new).map(Envelope::ok);
    }

    @POST
    @Path("{event_id}/release")
    @Operation(summary = "Let an event leave as it is")
    public Uni<Envelope<Released>> release(@Parameter(description = "As listed.") @PathParam("event_id") String eventId) {
        return quarantine.release(eventId).map(Released::new).map(Envelope::ok);
    }

    record Items(List<Quarantine.Item> items) {
    }

    record Released(@JsonProperty("event_id") String eventId) {
    }
}
