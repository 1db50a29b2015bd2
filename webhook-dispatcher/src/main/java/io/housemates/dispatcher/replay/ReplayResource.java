package io.housemates.dispatcher.replay;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** One replay's progress, and its brake. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhook-replays/{id}")
@Tag(name = "Replays", description = "Sending events again, any number of them.")
@Cancellable(false)
class ReplayResource {

    private final Replays replays;
    private final CurrentPartner partner;

    ReplayResource(Replays replays, CurrentPartner partner) {
        this.replays = replays;
        this.partner = partner;
    }

    @GET
    @Operation(summary = "One replay with its progress", description = "total was counted when it was made, up to 100,000, and grows with done beyond; done are queued for delivery so far.")
    public Uni<Envelope<Item<Replay>>> read(@PathParam("id") String id) {
        return replays.read(partner.id(), id).map(Item::of);
    }

    @POST
    @Path("pause")
    @Operation(summary = "Pause a replay", description = "What is queued already is sent; the rest waits for resume.")
    public Uni<Envelope<Replay>> pause(@PathParam("id") String id) {
        return replays.steer(partner.id(), id, "PAUSED", "RUNNING").map(Envelope::ok);
    }

    @POST
    @Path("resume")
    @Operation(summary = "Go on with a paused replay", description = "It goes on where it was.")
    public Uni<Envelope<Replay>> resume(@PathParam("id") String id) {
        return replays.steer(partner.id(), id, "RUNNING", "PAUSED").map(Envelope::ok);
    }

    @POST
    @Path("cancel")
    @Operation(summary = "Cancel a replay", description = "What is queued already is sent.")
    public Uni<Envelope<Replay>> cancel(@PathParam("id") String id) {
        return replays.steer(partner.id(), id, "CANCELLED", "RUNNING", "PAUSED").map(Envelope::ok);
    }
}
