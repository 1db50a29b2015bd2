package io.housemates.dashboard.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The bare address leads to the bookings. */
@Path("/")
class HomeResource {

    @GET
    public Response home() {
        return Html.redirect("/bookings");
    }
}
