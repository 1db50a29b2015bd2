package io.housemates.checkout.hosted;

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

import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.draft.Typed;
import io.housemates.checkout.hosted.guard.FormTokens;
import io.housemates.checkout.hosted.guard.HostedPage;
import io.housemates.checkout.session.StudentCheckout.Progress;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** The hosted checkout's way in, and the pages on which the student answers. */
@HostedPage
@Path("/{session_id}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class StepsResource {

    private static final String STEP = "/{step: you|course|plan|contact}";

    private final Gate gate;
    private final Answers answers;
    private final StepPages pages;
    private final Notices notices;

    StepsResource(Gate gate, Answers answers, StepPages pages, Notices notices) {
        this.gate = gate;
        this.answers = answers;
        this.pages = pages;
        this.notices = notices;
    }

    @GET
    @Path("/start")
    @Operation(hidden = true)
    public Uni<Response> start(@BeanParam Request request) {
        return gate.pass(request, visit -> answer(visit.nextPage().equals("stay") ? pages.stay(visit)
                : Html.to(visit.id(), visit.nextPage())));
    }

    @GET
    @Path("/stay")
    @Operation(hidden = true)
    public Uni<Response> stay(@BeanParam Request request) {
        return gate.pass(request, visit -> answer(pages.stay(visit)));
    }

    @GET
    @Path(STEP)
    @Operation(hidden = true)
    public Uni<Response> show(@BeanParam Request request, Step step, @QueryParam("check") String check) {
        return gate.pass(request, visit -> visit.draft().next().filter(next -> next.compareTo(step) < 0)
                .map(next -> answer(Html.to(visit.id(), next.path())))
                .orElseGet(() -> pages.step(visit, step, check != null)));
    }

    @POST
    @Path(STEP)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> take(@BeanParam Request request, Step step, MultivaluedMap<String, String> form) {
        return gate.pass(request, visit -> {
            FormTokens.require(visit.checkout(), form.getFirst(FormTokens.FIELD));
            return answers.take(visit, step, Typed.on(step, form)).map(next -> Html.to(visit.id(), next));
        });
    }

    @GET
    @Path("/sold-out")
    @Operation(hidden = true)
    public Uni<Response> soldOut(@BeanParam Request request) {
        return gate.pass(request, visit -> answer(visit.is(Progress.OPEN)
                ? notices.page(visit, Notice.SOLD_OUT)
                : Html.to(visit.id(), visit.nextPage())));
    }

    @ServerExceptionMapper({ ApiException.class, WebApplicationException.class, Throwable.class })
    Uni<Response> failed(Throwable failure, @Context HttpHeaders headers, @Context UriInfo uri) {
        return notices.failed(failure, Request.of(uri, headers));
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(response);
    }
}
