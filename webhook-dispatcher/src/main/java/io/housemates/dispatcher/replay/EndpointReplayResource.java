package io.housemates.dispatcher.replay;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.ResponseStatus;

import io.housemates.dispatcher.subscription.OwnSubscriptions;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.partner.CurrentPartner;
import io.housemates.platform.partner.PartnerApi;
import io.smallrye.mutiny.Uni;

/** Sends an endpoint's events again: {@code /api/webhooks/{id}/replay}. */
@PartnerApi
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks/{id}/replay")
class EndpointReplayResource {

    private final Replays replays;
    private final OwnSubscriptions subscriptions;
    private final CurrentPartner partner;

    EndpointReplayResource(Replays replays, OwnSubscriptions subscriptions, CurrentPartner partner) {
        this.replays = replays;
        this.subscriptions = subscriptions;
        this.partner = partner;
    }

    /** Answers at once with the count; the job goes on by itself, whatever its size. */
    @POST
    @ResponseStatus(201)
    public Uni<Envelope<Replay>> create(@PathParam("id") String id, ReplayRequest request) {
        String owner = partner.id();
        return subscriptions.require(owner, id)
                .chain(() -> replays.create(owner, id, request == null ? new ReplayRequest(null, null, null) : request))
                .map(Envelope::ok);
    }

    @GET
    public Uni<Envelope<Items>> list(@PathParam("id") String id) {
        String owner = partner.id();
        return subscriptions.require(owner, id).chain(() -> replays.list(owner, id)).map(Items::new).map(Envelope::ok);
    }

    record Items(List<Replay> items) {
    }
}
