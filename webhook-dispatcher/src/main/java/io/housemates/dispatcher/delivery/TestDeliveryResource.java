package io.housemates.dispatcher.delivery;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.dispatcher.delivery.TestDeliveries.TestOutcome;
import io.housemates.dispatcher.subscription.OwnSubscriptions;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** Tries an endpoint: one signed delivery now, and its outcome. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks/{id}/test")
@Tag(name = "Webhooks")
@Cancellable(false)
class TestDeliveryResource {

    private final TestDeliveries deliveries;
    private final OwnSubscriptions subscriptions;
    private final CurrentPartner partner;

    TestDeliveryResource(TestDeliveries deliveries, OwnSubscriptions subscriptions, CurrentPartner partner) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.partner = partner;
    }

    /** Answers 200 whatever the endpoint did; {@code data.outcome} tells. Takes at most the deadline of an attempt. */
    @POST
    @Operation(summary = "Try an endpoint", description = "Sends one signed webhook.test now, to a disabled endpoint as well. 200 whatever the endpoint did: data.outcome tells. One test of a subscription at a time, else 429.")
    public Uni<Envelope<TestOutcome>> send(@PathParam("id") String id) {
        String owner = partner.id();
        return subscriptions.require(owner, id).chain(() -> deliveries.send(owner, id)).map(Envelope::ok);
    }
}
