package io.housemates.checkout.session;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.checkout.idempotency.Idempotency;
import io.housemates.checkout.idempotency.IdempotentRequest;
import io.housemates.checkout.limit.LimitedStart;
import io.housemates.checkout.limit.PartnerShare;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** The partner's door to checkouts; wire format: api-contract, sections Start and Complete. */
@Path("/api/rooms/{room_id}/checkout")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({ MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED })
@Tag(name = "Checkout", description = "From Start to the booking.")
@Cancellable(false)
class CheckoutResource {

    private static final int BOOKING_CREATED = 1020;

    private final Checkouts checkouts;
    private final CheckoutBody bodies;
    private final Idempotency idempotency;
    private final PartnerShare share;
    private final CurrentPartner partner;

    CheckoutResource(Checkouts checkouts, CheckoutBody bodies, Idempotency idempotency, PartnerShare share,
            CurrentPartner partner) {
        this.checkouts = checkouts;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.share = share;
        this.partner = partner;
    }

    @POST
    @Path("/start")
    @LimitedStart
    @APIResponseSchema(value = CheckoutStarted.class, responseCode = "201", responseDescription = "data of the envelope")
    @Operation(summary = "Start a checkout", description = "Opens a session with a Stripe PaymentIntent. Takes no unit of the room; may be called on every page load.")
    public Uni<Response> start(String room_id, byte[] body, @Context HttpHeaders headers, @Context UriInfo uri) {
        var request = IdempotentRequest.of(partner.id(), headers, uri, body);
        return share.of(partner.id(), () -> idempotency.created(request, () -> checkouts
                .start(partner.id(), StartCheckout.of(room_id, bodies.read(body, headers.getMediaType())))
                .map(Envelope::ok)));
    }

    @POST
    @APIResponseSchema(value = BookingMade.class, responseCode = "201", responseDescription = "data of the envelope")
    @Operation(summary = "Complete a checkout", description = "Makes the booking of a paid session. Exactly one call succeeds; the others answer 409 with the booking id.")
    public Uni<Response> complete(String room_id, byte[] body, @Context HttpHeaders headers, @Context UriInfo uri) {
        var request = IdempotentRequest.of(partner.id(), headers, uri, body);
        return share.of(partner.id(), () -> idempotency.createdAndKept(request, answering -> checkouts
                .complete(partner.id(), room_id, bodies.read(body, headers.getMediaType()),
                        made -> answering.keep(completed(made)))
                .map(CheckoutResource::completed)));
    }

    private static Envelope<BookingMade> completed(BookingMade made) {
        return Envelope.success(BOOKING_CREATED, "api.booking_created_successfully", made);
    }

    @PUT
    @Path("/details")
    @Operation(summary = "Save the student's details before payment", description = "Takes the same body as Complete and keeps a unit of the room until the session expires.")
    public Uni<Envelope<Item<SessionView>>> saveDetails(String room_id, byte[] body, @Context HttpHeaders headers) {
        return share.of(partner.id(),
                () -> checkouts.saveDetails(partner.id(), room_id, bodies.read(body, headers.getMediaType())).map(Item::of));
    }
}
