package io.housemates.checkout.hosted;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.housemates.checkout.hosted.guard.HostedPage;
import io.housemates.checkout.partner.ReturnLinks;
import io.housemates.checkout.partner.ReturnResult;
import io.housemates.checkout.partner.ReturnResult.Status;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/**
 * The way back to the partner. The result is signed when the student goes, not when the page with the link is shown: it
 * lives for minutes, and a page may stay open for hours.
 */
@HostedPage
@Path("/{session_id}/leave")
@Produces(MediaType.TEXT_HTML)
class LeaveResource {

    private final Visits visits;
    private final ReturnLinks links;
    private final Notices notices;

    LeaveResource(Visits visits, ReturnLinks links, Notices notices) {
        this.visits = visits;
        this.links = links;
        this.notices = notices;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> leave(@BeanParam Request request) {
        return visits.open(request).map(visit -> {
            String returnUrl = visit.branding().returnUrl();
            return returnUrl == null ? Html.to(visit.id(), "start") : Html.away(links.to(returnUrl, result(visit.checkout())));
        });
    }

    @ServerExceptionMapper({ ApiException.class, WebApplicationException.class, Throwable.class })
    Uni<Response> failed(Throwable failure, @Context HttpHeaders headers, @Context UriInfo uri) {
        return notices.failed(failure, Request.of(uri, headers));
    }

    private static ReturnResult result(StudentCheckout checkout) {
        Status status = switch (checkout.progress()) {
            case BOOKED -> Status.COMPLETED;
            case EXPIRED -> Status.EXPIRED;
            case CANCELLED, REFUNDED -> Status.CANCELLED;
            case OPEN, HELD, PAID, PROCESSING, ENDING -> Status.OPEN;
        };
        return new ReturnResult(checkout.partnerId(), checkout.id(), status,
                status == Status.COMPLETED ? checkout.bookingId() : null);
    }
}
