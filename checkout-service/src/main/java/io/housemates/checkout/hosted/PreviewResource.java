package io.housemates.checkout.hosted;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.housemates.checkout.hosted.guard.AskedHost;
import io.housemates.checkout.hosted.guard.HostedPage;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.checkout.partner.Branding;
import io.housemates.checkout.partner.Previews;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** Shows partners their hosted pages with sample data. Nothing that is sent here is kept, and no payment is loaded. */
@HostedPage
@Path("/preview/{preview_id}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class PreviewResource {

    private final Previews previews;
    private final SamplePages pages;
    private final Notices notices;
    private final AskedHost host;

    PreviewResource(Previews previews, SamplePages pages, Notices notices, AskedHost host) {
        this.previews = previews;
        this.pages = pages;
        this.notices = notices;
        this.host = host;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> open(@PathParam("preview_id") String id, @BeanParam Request request) {
        return previews.open(id, host.name())
                .map(branding -> Html.to(address(id, spoken(branding, request.language(), request)), "stay"));
    }

    @GET
    @Path("/{language}/{page}")
    @Operation(hidden = true)
    public Uni<Response> show(@PathParam("preview_id") String id, @PathParam("language") String language,
            @PathParam("page") String page, @BeanParam Request request) {
        String wished = request.language() == null ? language : request.language();
        return previews.open(id, host.name()).chain(branding -> {
            Spoken spoken = spoken(branding, wished, request);
            String address = address(id, spoken);
            return spoken.language().tag().equals(language) ? pages.show(page, address, branding, spoken)
                    : Uni.createFrom().item(Html.to(address, page));
        });
    }

    /** Whatever was typed, the next page follows. */
    @POST
    @Path("/{language}/{page}")
    @Operation(hidden = true)
    public Response goOn(@PathParam("preview_id") String id, @PathParam("language") String language,
            @PathParam("page") String page) {
        return Html.to("preview/" + id + "/" + language, SamplePages.after(page));
    }

    @ServerExceptionMapper({ ApiException.class, WebApplicationException.class, Throwable.class })
    Uni<Response> failed(Throwable failure, @Context HttpHeaders headers, @Context UriInfo uri) {
        return notices.failed(failure, Request.of(uri, headers));
    }

    private static Spoken spoken(Branding branding, String language, Request request) {
        return Spoken.of(branding, language, request.accepted());
    }

    private static String address(String id, Spoken spoken) {
        return "preview/" + id + "/" + spoken.language().tag();
    }
}
