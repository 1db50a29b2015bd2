package io.housemates.dispatcher.delivery;

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

/** One delivery with every attempt, and another try of it. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhook-deliveries/{id}")
@Tag(name = "Deliveries")
@Cancellable(false)
class DeliveryResource {

    private final Deliveries deliveries;
    private final CurrentPartner partner;

    DeliveryResource(Deliveries deliveries, CurrentPartner partner) {
        this.deliveries = deliveries;
        this.partner = partner;
    }

    @GET
    @Operation(summary = "One delivery with every attempt", description = "response_head is the first 4 KiB of what your endpoint answered, your secrets taken out.")
    public Uni<Envelope<Item<DeliveryView>>> read(@PathParam("id") String id) {
        return deliveries.read(partner.id(), id).map(Item::of);
    }

    /**
     * Sends again, with the full schedule; 409 when the subscription is disabled or deleted, or the event not kept any more.
     */
    @POST
    @Path("retry")
    @Operation(summary = "Send a delivery again", description = "With the full schedule, whatever became of it before. 409 when the subscription is disabled or deleted, or when the event is older than events are kept.")
    public Uni<Envelope<DeliveryView>> retry(@PathParam("id") String id) {
        return deliveries.retry(partner.id(), id).map(Envelope::ok);
    }
}
