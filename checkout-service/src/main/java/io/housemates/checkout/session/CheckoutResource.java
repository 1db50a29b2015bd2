package io.housemates.checkout.session;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.partner.CurrentPartner;
import io.housemates.platform.partner.PartnerApi;
import io.smallrye.mutiny.Uni;

/** The partner's door to checkouts; wire format: api-contract, sections Start and Complete. */
@PartnerApi
@Path("/api/rooms/{room_id}/checkout")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({ MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED })
@Tag(name = "Checkout")
class CheckoutResource {

    private static final int BOOKING_CREATED = 1020;

    private final Checkouts checkouts;
    private final CheckoutBody bodies;
    private final CurrentPartner partner;

    CheckoutResource(Checkouts checkouts, CheckoutBody bodies, CurrentPartner partner) {
        this.checkouts = checkouts;
        this.bodies = bodies;
        this.partner = partner;
    }

    @POST
    @Path("/start")
    @ResponseStatus(201)
    @Operation(summary = "Start a checkout", description = "Opens a session with a Stripe PaymentIntent. Takes no unit of the room; may be called on every page load.")
    public Uni<Envelope<CheckoutStarted>> start(String room_id, byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type) {
        return checkouts.start(partner.id(), StartCheckout.of(room_id, bodies.read(body, type))).map(Envelope::ok);
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Complete a checkout", description = "Makes the booking of a paid session. Exactly one call succeeds; the others answer 409 with the booking id.")
    public Uni<Envelope<BookingMade>> complete(String room_id, byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type) {
        return checkouts.complete(partner.id(), room_id, bodies.read(body, type))
                .map(made -> Envelope.success(BOOKING_CREATED, "api.booking_created_successfully", made));
    }
}
