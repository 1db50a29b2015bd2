package io.housemates.dispatcher.replay;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.dispatcher.subscription.OwnSubscriptions;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageAddress;
import io.housemates.platform.api.PageRequest;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** Sends an endpoint's events again: {@code /api/webhooks/{id}/replay}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks/{id}/replay")
@Tag(name = "Replays")
@Cancellable(false)
class EndpointReplayResource {

    private final Replays replays;
    private final OwnSubscriptions subscriptions;
    private final CurrentPartner partner;

    EndpointReplayResource(Replays replays, OwnSubscriptions subscriptions, CurrentPartner partner) {
        this.replays = replays;
        this.subscriptions = subscriptions;
        this.partner = partner;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Send events again", description = "Counts first and answers at once; the job goes on by itself, whatever its size and "
            + "whoever restarts, and the endpoint sets the pace. Ids and bytes stay the same.")
    public Uni<Envelope<Replay>> create(@PathParam("id") String id, ReplayRequest request) {
        String owner = partner.id();
        return subscriptions.require(owner, id)
                .chain(() -> replays.create(owner, id, request == null ? new ReplayRequest(null, null, null) : request))
                .map(Envelope::ok);
    }

    @GET
    @Operation(summary = "A subscription's replays, the newest first", description = "With their progress; those that are done or cancelled, too.")
    public Uni<Envelope<Page<Replay>>> list(@PathParam("id") String id, @QueryParam("page") String page,
            @QueryParam("per_page") String perPage, @Context UriInfo uri) {
        String owner = partner.id();
        PageRequest request = PageRequest.of(page, perPage);
        String address = PageAddress.of(uri, request);
        return subscriptions.require(owner, id).chain(() -> replays.list(owner, id, request, address)).map(Envelope::ok);
    }
}
