package io.housemates.dashboard.booking;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.housemates.dashboard.page.Html;
import io.housemates.dashboard.service.Listing;
import io.housemates.dashboard.session.CurrentSession;
import io.housemates.dashboard.session.Session;
import io.housemates.dashboard.session.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

/** The partner's bookings as pages. */
@SignedIn
@Path("/bookings")
class BookingResource {

    private static final int PER_PAGE = 20;

    private final BookingApi bookings;
    private final CurrentSession current;

    BookingResource(@RestClient BookingApi bookings, CurrentSession current) {
        this.bookings = bookings;
        this.current = current;
    }

    @GET
    public Uni<Response> list(@RestQuery @DefaultValue("1") int page) {
        Session session = current.get();
        return bookings.list(session.credentials(), Math.max(1, page), PER_PAGE)
                .map(Html.page(answer -> new BookingList(session, answer.data())));
    }

    @GET
    @Path("{id: [0-9A-Za-z]+}")
    public Uni<Response> read(@RestPath String id) {
        Session session = current.get();
        return bookings.read(session.credentials(), id)
                .map(Html.page(answer -> new BookingPage(session, answer.data().item())));
    }

    @CheckedTemplate(basePath = "booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BookingList(Session session, Listing<Booking> bookings) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BookingPage(Session session, Booking booking) implements TemplateInstance {
    }
}
