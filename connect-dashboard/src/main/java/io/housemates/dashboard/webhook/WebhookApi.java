package io.housemates.dashboard.webhook;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.housemates.dashboard.service.Envelope;
import io.housemates.dashboard.service.Item;
import io.housemates.dashboard.service.Listing;
import io.housemates.dashboard.service.ServiceErrors;
import io.housemates.dashboard.session.Credentials;
import io.smallrye.mutiny.Uni;

/** What the dashboard asks the webhook dispatcher. */
@RegisterRestClient(configKey = "dispatcher")
@RegisterProvider(ServiceErrors.class)
@Path("/api")
interface WebhookApi {

    @GET
    @Path("event-types")
    Uni<Envelope<Listing<EventType>>> eventTypes(@BeanParam Credentials credentials);

    /** The oldest first. */
    @GET
    @Path("webhooks")
    Uni<Envelope<Listing<Webhook>>> list(@BeanParam Credentials credentials, @RestQuery("per_page") int perPage);

    /** The only answer that holds the secret. */
    @POST
    @Path("webhooks")
    Uni<Envelope<Webhook>> create(@BeanParam Credentials credentials, NewWebhook webhook);

    /** With its health. */
    @GET
    @Path("webhooks/{id}")
    Uni<Envelope<Item<Webhook>>> read(@BeanParam Credentials credentials, @RestPath String id);

    @PATCH
    @Path("webhooks/{id}")
    Uni<Envelope<Webhook>> change(@BeanParam Credentials credentials, @RestPath String id, WebhookChange change);

    @DELETE
    @Path("webhooks/{id}")
    Uni<Envelope<Webhook>> delete(@BeanParam Credentials credentials, @RestPath String id);

    /** Newest first, with the attempts but without what the receiver answered. */
    @GET
    @Path("webhooks/{id}/deliveries")
    Uni<Envelope<Listing<Delivery>>> deliveries(@BeanParam Credentials credentials, @RestPath String id, @RestQuery int page,
            @RestQuery("per_page") int perPage);

    @GET
    @Path("webhook-deliveries/{id}")
    Uni<Envelope<Item<Delivery>>> delivery(@BeanParam Credentials credentials, @RestPath String id);

    /** 409 when the webhook is disabled or deleted. */
    @POST
    @Path("webhook-deliveries/{id}/retry")
    Uni<Envelope<Delivery>> retry(@BeanParam Credentials credentials, @RestPath String id);
}
