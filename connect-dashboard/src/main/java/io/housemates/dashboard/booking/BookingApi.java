package io.housemates.dashboard.booking;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

/** What the dashboard asks the booking service. */
@RegisterRestClient(configKey = "booking")
@RegisterProvider(ServiceErrors.class)
@Path("/api/bookings")
interface BookingApi {

    /** Newest first. */
    @GET
    Uni<Envelope<Listing<Booking>>> list(@BeanParam Credentials credentials, @RestQuery int page,
            @RestQuery("per_page") int perPage);

    @GET
    @Path("{id}")
    Uni<Envelope<Item<Booking>>> read(@BeanParam Credentials credentials, @RestPath String id);
}
