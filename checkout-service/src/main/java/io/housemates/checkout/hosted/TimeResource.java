package io.housemates.checkout.hosted;

import java.time.Instant;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.draft.Typed;
import io.housemates.checkout.hosted.guard.FormTokens;
import io.housemates.checkout.hosted.guard.HostedPage;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.checkout.session.StudentCheckouts;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** A student asks for more time, on whichever page; what is typed on it is kept. */
@HostedPage
@Path("/{session_id}/extend")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class TimeResource {

    /** The field that says on which page a form was. */
    private static final String HERE = "here";
    private static final Set<String> OTHER_PAGES = Set.of("stay", "review");

    private final Gate gate;
    private final Answers answers;
    private final StudentCheckouts checkouts;
    private final Notices notices;

    TimeResource(Gate gate, Answers answers, StudentCheckouts checkouts, Notices notices) {
        this.gate = gate;
        this.answers = answers;
        this.checkouts = checkouts;
        this.notices = notices;
    }

    /** For the script, which stays on the page: how much time there is now. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> more(@BeanParam Request request, MultivaluedMap<String, String> form) {
        return gate.pass(request, visit -> {
            FormTokens.require(visit.checkout(), form.getFirst(FormTokens.FIELD));
            return checkouts.keepLonger(visit.id()).chain(kept -> time(kept, visit.now()));
        });
    }

    /** Without a script the page is sent as it is, and shown again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> extend(@BeanParam Request request, MultivaluedMap<String, String> form) {
        return gate.pass(request, visit -> {
            FormTokens.require(visit.checkout(), form.getFirst(FormTokens.FIELD));
            String here = form.getFirst(HERE);
            return checkouts.keepLonger(visit.id())
                    .call(() -> Step.at(here).map(step -> answers.keep(visit, step, Typed.on(step, form)).replaceWithVoid())
                            .orElse(Uni.createFrom().voidItem()))
                    .map(kept -> Html.to(visit.id(), isAPage(here) ? here : "start"));
        });
    }

    /** For the script, when its clock is at the end: another tab may have asked for more. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> left(@BeanParam Request request) {
        return gate.pass(request, visit -> time(visit.checkout(), visit.now()));
    }

    /** The address of a form that somebody opened. */
    @GET
    @Operation(hidden = true)
    public Response open(@BeanParam Request request) {
        return Html.to(request.sessionId(), "start");
    }

    private static Uni<Response> time(StudentCheckout checkout, Instant now) {
        return Uni.createFrom().item(
                Response.ok(Frames.countdown(checkout, now)).type(MediaType.APPLICATION_JSON_TYPE).build());
    }

    private static boolean isAPage(String here) {
        return here != null && (Step.at(here).isPresent() || OTHER_PAGES.contains(here));
    }

    @ServerExceptionMapper({ ApiException.class, WebApplicationException.class, Throwable.class })
    Uni<Response> failed(Throwable failure, @Context HttpHeaders headers, @Context UriInfo uri) {
        return notices.failed(failure, Request.of(uri, headers));
    }
}
