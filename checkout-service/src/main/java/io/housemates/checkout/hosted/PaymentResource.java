package io.housemates.checkout.hosted;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.housemates.checkout.hosted.guard.FormTokens;
import io.housemates.checkout.hosted.guard.HostedPage;
import io.housemates.checkout.session.StudentCheckout.Progress;
import io.housemates.checkout.session.StudentCheckouts;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** The hosted checkout from the review on; its return page is the fourth door of fulfilment. */
@HostedPage
@Path("/{session_id}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class PaymentResource {

    private static final String FAILED = "review?failed=1";
    /** A student whose payment may be on its way is not asked to pay again. */
    private static final Set<Progress> WAITING = EnumSet.of(Progress.HELD, Progress.PROCESSING, Progress.ENDING);

    private final Gate gate;
    private final Visits visits;
    private final StudentCheckouts checkouts;
    private final PaymentPages pages;
    private final Notices notices;

    PaymentResource(Gate gate, Visits visits, StudentCheckouts checkouts, PaymentPages pages, Notices notices) {
        this.gate = gate;
        this.visits = visits;
        this.checkouts = checkouts;
        this.pages = pages;
        this.notices = notices;
    }

    @GET
    @Path("/review")
    @Operation(hidden = true)
    public Uni<Response> review(@BeanParam Request request, @QueryParam("failed") String failed) {
        return gate.pass(request, visit -> visit.nextPage().equals("review")
                ? pages.review(visit, failed != null)
                : Uni.createFrom().item(Html.to(visit.id(), visit.nextPage())));
    }

    /** Books where nothing is to be paid. */
    @POST
    @Path("/complete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> complete(@BeanParam Request request, MultivaluedMap<String, String> form) {
        return gate.pass(request, visit -> {
            FormTokens.require(visit.checkout(), form.getFirst(FormTokens.FIELD));
            return checkouts.settle(visit.id()).map(settled -> Html.to(visit.id(), PaymentPages.after(settled)));
        });
    }

    /** The address of a form that somebody opened. */
    @GET
    @Path("/complete")
    @Operation(hidden = true)
    public Response open(@BeanParam Request request) {
        return Html.to(request.sessionId(), "start");
    }

    /** Where Stripe sends the student back to; what it says in the address decides nothing. */
    @GET
    @Path("/return")
    @Operation(hidden = true)
    public Uni<Response> comeBack(@BeanParam Request request) {
        return visits.open(request).chain(visit -> settled(visit).map(page -> Html.to(visit.id(), page)));
    }

    @GET
    @Path("/processing")
    @Operation(hidden = true)
    public Uni<Response> processing(@BeanParam Request request) {
        return visits.open(request).map(visit -> WAITING.contains(visit.checkout().progress()) && !visit.isFree()
                ? pages.processing(visit)
                : Html.to(visit.id(), PaymentPages.after(visit.checkout())));
    }

    /** Asked by the processing page: where to go on. */
    @GET
    @Path("/status")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Map<String, String>> status(@BeanParam Request request) {
        return visits.open(request).chain(this::settled).map(page -> Map.of("page", page));
    }

    @GET
    @Path("/confirmation")
    @Operation(hidden = true)
    public Uni<Response> confirmation(@BeanParam Request request) {
        return visits.open(request).map(visit -> visit.is(Progress.BOOKED) ? pages.confirmation(visit)
                : Html.to(visit.id(), PaymentPages.after(visit.checkout())));
    }

    @ServerExceptionMapper({ ApiException.class, WebApplicationException.class, Throwable.class })
    Uni<Response> failed(Throwable failure, @Context HttpHeaders headers, @Context UriInfo uri) {
        return notices.failed(failure, Request.of(uri, headers));
    }

    /**
     * A page that waits and asks again stands in for an answer that Stripe does not give now. Where nothing is to be paid
     * there is nothing to ask for either: only the student's own form books.
     */
    private Uni<String> settled(Visit visit) {
        if (visit.isFree()) {
            return Uni.createFrom().item(PaymentPages.after(visit.checkout()));
        }
        return checkouts.settle(visit.id()).map(PaymentPages::after).map(page -> page.equals("review") ? FAILED : page)
                .onFailure(PaymentPages::isStripeAway).recoverWithItem("processing");
    }
}
