package io.housemates.dispatcher.delivery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.housemates.dispatcher.subscription.OwnSubscriptions;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageAddress;
import io.housemates.platform.api.PageRequest;
import io.housemates.platform.partner.CurrentPartner;
import io.housemates.platform.partner.PartnerApi;
import io.smallrye.mutiny.Uni;

/** What became of the deliveries to one endpoint, newest first. */
@PartnerApi
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks/{id}/deliveries")
class EndpointDeliveriesResource {

    private final Deliveries deliveries;
    private final OwnSubscriptions subscriptions;
    private final CurrentPartner partner;

    EndpointDeliveriesResource(Deliveries deliveries, OwnSubscriptions subscriptions, CurrentPartner partner) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.partner = partner;
    }

    /**
     * @param status one of {@link DeliveryStatus}, any letter case
     * @param eventType for example {@code booking.created}
     * @param since created at or after, ISO 8601 instant
     * @param until created before, ISO 8601 instant
     */
    @GET
    public Uni<Envelope<Page<DeliveryView>>> list(@PathParam("id") String id, @QueryParam("status") String status,
            @QueryParam("event_type") String eventType, @QueryParam("since") String since, @QueryParam("until") String until,
            @QueryParam("page") String page, @QueryParam("per_page") String perPage, @Context UriInfo uri) {
        String owner = partner.id();
        PageRequest request = PageRequest.of(page, perPage);
        DeliveryFilter filter = DeliveryFilter.of(status, eventType, since, until);
        String address = PageAddress.of(uri, request);
        return subscriptions.require(owner, id)
                .chain(() -> deliveries.count(owner, id, filter))
                .chain(total -> deliveries.list(owner, id, filter, request)
                        .map(items -> Envelope.ok(Page.of(items, total, request, address))));
    }
}
