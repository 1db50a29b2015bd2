package io.housemates.dispatcher.subscription;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageAddress;
import io.housemates.platform.api.PageRequest;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** Partners' subscriptions: {@code /api/webhooks}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks")
@Tag(name = "Webhooks", description = "Where you want your events, and how they are signed.")
@Cancellable(false)
class SubscriptionResource {

    private final SubscriptionService subscriptions;
    private final SubscriptionChanges changes;
    private final SubscriptionHealth health;
    private final CurrentPartner partner;

    SubscriptionResource(SubscriptionService subscriptions, SubscriptionChanges changes, SubscriptionHealth health,
            CurrentPartner partner) {
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.health = health;
        this.partner = partner;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Subscribe a URL to events", description = "data.secret is shown in this answer only: the whsec_ secret to verify v1 "
            + "with, or the whpk_ public key for v1a. The URL is checked now and before every attempt: https on an allowed port, and "
            + "every address of its host public. 422 names each field that is wrong.")
    public Uni<Envelope<SubscriptionView>> create(CreateSubscription request) {
        return changes.create(partner.id(), present(request)).map(Envelope::ok);
    }

    @GET
    @Operation(summary = "Your subscriptions with their health, the oldest first", description = "Without deleted ones. health tells since when an endpoint fails, and what waits for it.")
    public Uni<Envelope<Page<SubscriptionView>>> list(@QueryParam("page") String page, @QueryParam("per_page") String perPage,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(page, perPage);
        return subscriptions.list(partner.id(), request, PageAddress.of(uri, request))
                .chain(found -> health.addTo(found.items()).map(found::with))
                .map(Envelope::ok);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One subscription with its health", description = "health tells since when the endpoint fails, and what waits for it. The secret is shown when it is made only.")
    public Uni<Envelope<Item<SubscriptionView>>> read(@PathParam("id") String id) {
        return subscriptions.read(partner.id(), id).chain(health::addTo).map(Item::of);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change, disable or enable a subscription", description = "What is absent stays; null removes access_token, headers "
            + "or description. Events of a disabled subscription are kept (HELD) and can be replayed.")
    public Uni<Envelope<SubscriptionView>> update(@PathParam("id") String id, UpdateSubscription change) {
        return changes.update(partner.id(), id, present(change)).map(Envelope::ok);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a subscription", description = "Nothing is sent to it any more; what waited for it is given up.")
    public Uni<Envelope<SubscriptionView>> delete(@PathParam("id") String id) {
        return changes.delete(partner.id(), id).map(Envelope::ok);
    }

    private static <T> T present(T body) {
        if (body == null) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
        return body;
    }
}
