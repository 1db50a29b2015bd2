package io.housemates.booking.booking;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import io.housemates.platform.api.Page;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The partner's own bookings over HTTP. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings", description = "Your bookings.")
@Cancellable(false)
class BookingResource {

    private final BookingReader bookings;
    private final BookingService service;
    private final BookingExport export;
    private final Erasure erasure;
    private final CurrentPartner partner;

    BookingResource(BookingReader bookings, BookingService service, BookingExport export, Erasure erasure,
            CurrentPartner partner) {
        this.bookings = bookings;
        this.service = service;
        this.export = export;
        this.erasure = erasure;
        this.partner = partner;
    }

    @GET
    @Operation(summary = "Bookings, filtered and sorted", description = "Follow links.next to read on: it stays right while bookings arrive. "
            + "meta.total counts up to 10,000. 422 names every parameter that is wrong.")
    public Uni<Envelope<Page<BookingView>>> list(@BeanParam BookingListRequest request) {
        return bookings.list(BookingQuery.of(request, scope()), Links.of("/api/bookings", request)).map(Envelope::ok);
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @Operation(summary = "The same list as CSV", description = "All rows, streamed; first line holds the column names.")
    public Multi<String> export(@BeanParam BookingListRequest request) {
        return export.lines(BookingQuery.of(request, scope()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One booking", description = "Readable as soon as its checkout answered 201. An unknown id, a malformed one and another "
            + "partner's are all 404 api.booking_not_found.")
    public Uni<Envelope<Item<BookingView>>> read(@PathParam("id") String id) {
        return bookings.read(scope(), id).chain(bookings::view).map(Item::of);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "What happened to a booking, oldest first", description = "Every change with its time and who made it.")
    public Uni<Envelope<Items<HistoryEntry.View>>> history(@PathParam("id") String id) {
        return bookings.history(scope(), id).map(Items::of);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a booking up", description = "The room goes on sale again, and data.item.refund tells what is to come "
            + "back of the deposit. Idempotent. 409 api.booking_already_cancelled, with the reason in data, when it was cancelled for another reason. "
            + "422 for reasons that only the admin may give: operator, payment_dispute.")
    public Uni<Envelope<Item<BookingView>>> cancel(@PathParam("id") String id, CancelBooking request) {
        CancellationReason reason = CancelBooking.reasonOf(request, Actor.PARTNER);
        return bookings.read(scope(), id).chain(() -> service.cancel(scope(), id, reason)).chain(bookings::view)
                .map(Item::of);
    }

    @POST
    @Path("{id}/erasure")
    @Operation(summary = "Erases the student's and the contact's details", description = "For good, in every service. What was sold and paid "
            + "stays. Idempotent; announced as booking.erased.")
    public Uni<Envelope<Item<BookingView>>> erase(@PathParam("id") String id) {
        return bookings.read(scope(), id).chain(() -> erasure.erase(scope(), id)).chain(bookings::view).map(Item::of);
    }

    private Scope scope() {
        return Scope.ofPartner(partner.id());
    }
}
