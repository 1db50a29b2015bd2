package io.housemates.checkout.session;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** The partner's view of its sessions. */
@Path("/api/checkout/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checkout")
class SessionResource {

    private final Checkouts checkouts;
    private final CurrentPartner partner;

    SessionResource(Checkouts checkouts, CurrentPartner partner) {
        this.checkouts = checkouts;
        this.partner = partner;
    }

    @GET
    @Path("/{session_id}")
    @Operation(summary = "Read a checkout session", description = "Its state, what is to be paid, and the booking when there is one. Another partner's session is not found.")
    public Uni<Envelope<Item<SessionView>>> get(String session_id) {
        return checkouts.get(partner.id(), session_id).map(Item::of);
    }
}
