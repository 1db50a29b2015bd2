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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Everybody's bookings over HTTP, for the operator of the system. */
@Path("/admin/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings of all partners", description = "Every booking, whichever partner sold it, for the operator.")
@Cancellable(false)
class BookingAdminResource {

    private static final Scope EVERYBODY = Scope.ofAdmin();

    private final BookingReader bookings;
    private final BookingService service;
    private final BookingExport export;
    private final Erasure erasure;

    BookingAdminResource(BookingReader bookings, BookingService service, BookingExport export, Erasure erasure) {
        this.bookings = bookings;
        this.service = service;
        this.export = export;
        this.erasure = erasure;
    }

    @GET
    @Operation(summary = "Bookings, filtered and sorted", description = "As for a partner, with filter[partner_id] beside.")
    public Uni<Envelope<Page<BookingView>>> list(@BeanParam BookingListRequest request) {
        return bookings.list(BookingQuery.of(request, EVERYBODY), Links.of("/admin/bookings", request)).map(Envelope::ok);
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @Operation(summary = "The same list as CSV", description = "All rows, streamed; the first line holds the column names.")
    public Multi<String> export(@BeanParam BookingListRequest request) {
        return export.lines(BookingQuery.of(request, EVERYBODY));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One booking", description = "Whichever partner sold it.")
    public Uni<Envelope<Item<BookingView>>> read(@PathParam("id") String id) {
        return bookings.read(EVERYBODY, id).chain(bookings::view).map(Item::of);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "What happened to a booking, oldest first", description = "Every change with its time and who made it.")
    public Uni<Envelope<Items<HistoryEntry.View>>> history(@PathParam("id") String id) {
        return bookings.history(EVERYBODY, id).map(Items::of);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a booking up on behalf of its operator or student", description = "The room goes on sale again, and the partner is told by webhook. 409 where it was cancelled before for another reason.")
    public Uni<Envelope<Item<BookingView>>> cancel(@PathParam("id") String id, CancelBooking request) {
        CancellationReason reason = CancelBooking.reasonOf(request, Actor.ADMIN);
        return bookings.read(EVERYBODY, id).chain(() -> service.cancel(EVERYBODY, id, reason)).chain(bookings::view)
                .map(Item::of);
    }

    @POST
    @Path("{id}/erasure")
    @Operation(summary = "Erases the student's and the contact's details", description = "For good, in every service. What was sold and paid "
            + "stays. Idempotent; announced as booking.erased.")
    public Uni<Envelope<Item<BookingView>>> erase(@PathParam("id") String id) {
        return bookings.read(EVERYBODY, id).chain(() -> erasure.erase(EVERYBODY, id)).chain(bookings::view).map(Item::of);
    }

    @POST
    @Path("{id}/guarantor/confirm")
    @Operation(summary = "Housing Hand stands as guarantor now", description = "Idempotent. 409 api.booking_waits_for_no_guarantor where Housing Hand is not "
            + "asked, and on a cancelled booking.")
    public Uni<Envelope<Item<BookingView>>> confirmGuarantor(@PathParam("id") String id) {
        return bookings.read(EVERYBODY, id).chain(() -> service.confirmGuarantor(EVERYBODY, id)).chain(bookings::view)
                .map(Item::of);
    }
}
