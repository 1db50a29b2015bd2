package io.housemates.booking.booking;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageRequest;
import io.housemates.platform.partner.CurrentPartner;
import io.housemates.platform.partner.PartnerApi;
import io.smallrye.mutiny.Uni;

/** The partner's own bookings over HTTP. */
@PartnerApi
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
class BookingResource {

    private final BookingReader bookings;
    private final CurrentPartner partner;

    BookingResource(BookingReader bookings, CurrentPartner partner) {
        this.bookings = bookings;
        this.partner = partner;
    }

    @GET
    @Operation(summary = "Bookings, newest first", description = "page counts from 1, per_page is 1 to 100 (default 10); 422 when either is not.")
    public Uni<Envelope<Page<BookingView>>> list(@RestQuery String page, @RestQuery("per_page") String perPage) {
        return bookings.list(partner.id(), PageRequest.of(page, perPage)).map(Envelope::ok);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One booking", description = "Readable as soon as its checkout answered 201. An unknown id, a malformed one and another "
            + "partner's are all 404 api.booking_not_found.")
    public Uni<Envelope<Item<BookingView>>> read(@PathParam("id") String id) {
        return bookings.read(partner.id(), id).map(BookingView::from).map(Item::of);
    }
}
