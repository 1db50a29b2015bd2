package io.housemates.checkout.hosted;

import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import io.housemates.checkout.session.StudentCheckouts;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** A student asks for more time, on whichever page; what is typed on it is kept. */
@HostedPage
@Path("/{session_id}/extend")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class TimeResource {

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
            return checkouts.keepLonger(visit.id()).map(kept -> Response.ok(Frames.countdown(kept, visit.now()))
                    .type(MediaType.APPLICATION_JSON_TYPE).build());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> extend(@BeanParam Request request, MultivaluedMap<String, String> form) {
        return gate.pass(request, visit -> {
            FormTokens.require(visit.checkout(), form.getFirst(FormTokens.FIELD));
            Optional<Step> step = Optional.ofNullable(form.getFirst("step")).map(Step::fromString);
            return checkouts.keepLonger(visit.id())
                    .call(() -> step.map(there -> answers.keep(visit, there, Typed.on(there, form)).replaceWithVoid())
                            .orElse(Uni.createFrom().voidItem()))
                    .map(kept -> Html.to(visit.id(), step.map(Step::path).orElse("start")));
        });
    }

    @ServerExceptionMapper({ ApiException.class, WebApplicationException.class, Throwable.class })
    Response failed(Throwable failure, @Context HttpHeaders headers, @Context UriInfo uri) {
        return notices.failed(failure, headers, uri.getPathParameters().getFirst("session_id"));
    }
}
