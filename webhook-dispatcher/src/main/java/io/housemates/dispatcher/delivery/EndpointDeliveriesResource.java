package io.housemates.dispatcher.delivery;

import jakarta.ws.rs.GET;
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

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.subscription.OwnSubscriptions;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageAddress;
import io.housemates.platform.api.PageRequest;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** What became of the deliveries to one endpoint, newest first. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks/{id}/deliveries")
@Tag(name = "Deliveries", description = "What became of each event at each endpoint.")
class EndpointDeliveriesResource {

    private final Deliveries deliveries;
    private final OwnSubscriptions subscriptions;
    private final EventCatalogue catalogue;
    private final CurrentPartner partner;

    EndpointDeliveriesResource(Deliveries deliveries, OwnSubscriptions subscriptions, EventCatalogue catalogue,
            CurrentPartner partner) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.partner = partner;
    }

    /**
     * @param status one of {@link DeliveryStatus}, any letter case
     * @param eventType for example {@code booking.created}
     * @param since created at or after, ISO 8601 instant
     * @param until created before, ISO 8601 instant
     */
    @GET
    @Operation(summary = "Deliveries of one subscription, the newest first", description = "With their attempts, but without what your endpoint answered. data.meta.total counts up to 10,000: narrow the time to see more.")
    public Uni<Envelope<Page<DeliveryView>>> list(@PathParam("id") String id,
            @Parameter(description = "PENDING, DELIVERED, EXHAUSTED, BLOCKED, GONE or HELD; any letter case.") @QueryParam("status") String status,
            @Parameter(description = "For example booking.created; 422 for a type that the catalogue does not have, families included.") @QueryParam("event_type") String eventType,
            @Parameter(description = "Created at or after, ISO 8601 instant.") @QueryParam("since") String since,
            @Parameter(description = "Created before, ISO 8601 instant.") @QueryParam("until") String until,
            @QueryParam("page") String page, @QueryParam("per_page") String perPage, @Context UriInfo uri) {
        String owner = partner.id();
        PageRequest request = PageRequest.of(page, perPage);
        DeliveryFilter filter = DeliveryFilter.of(status, eventType, since, until, catalogue);
        String address = PageAddress.of(uri, request);
        return subscriptions.require(owner, id)
                .chain(() -> deliveries.count(owner, id, filter))
                .chain(total -> deliveries.list(owner, id, filter, request)
                        .map(items -> Envelope.ok(Page.of(items, total, request, address))));
    }
}
