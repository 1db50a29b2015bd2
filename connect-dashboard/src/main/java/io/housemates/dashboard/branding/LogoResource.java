package io.housemates.dashboard.branding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.housemates.dashboard.page.FormErrors;
import io.housemates.dashboard.page.Html;
import io.housemates.dashboard.service.ServiceError;
import io.housemates.dashboard.session.CurrentSession;
import io.housemates.dashboard.session.Session;
import io.housemates.dashboard.session.SignedIn;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** The partner's logo: a picture that is sent on to checkout-service, and shown from here because pages ask nobody else. */
@SignedIn
@Path("/branding/logo")
class LogoResource {

    private static final String DONE = "/branding?saved=logo";

    private final BrandingApi branding;
    private final CurrentSession current;

    LogoResource(@RestClient BrandingApi branding, CurrentSession current) {
        this.branding = branding;
        this.current = current;
    }

    @GET
    public Uni<Response> show() {
        return branding.read(current.get().credentials()).map(answer -> answer.data().item().logoUrl())
                .onItem().ifNull().failWith(NotFoundException::new)
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .chain(file -> branding.logo(file).map(picture -> Response.ok(picture, type(file)).build()));
    }

    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> put(@RestForm FileUpload logo) {
        Session session = current.get();
        return branding.putLogo(session.credentials(), bytes(logo)).replaceWith(Html.redirect(DONE))
                .onFailure(LogoResource::isAboutThePicture)
                .recoverWithUni(e -> branding.read(session.credentials()).map(answer -> Html.page(422,
                        new BrandingPage(session, BrandingForm.of(answer.data().item()), answer.data().item().logoUrl() != null,
                                errors((ServiceError) e), null, null))));
    }

    @POST
    @Path("/remove")
    public Uni<Response> remove() {
        return branding.removeLogo(current.get().credentials()).replaceWith(Html.redirect(DONE));
    }

    private static FormErrors errors(ServiceError refusal) {
        return refusal.fields().isEmpty()
                ? FormErrors.of(BrandingForm.LABELS, "logo", "The logo may not be larger than 200 KiB.")
                : new FormErrors(BrandingForm.LABELS, refusal.fields());
    }

    private static boolean isAboutThePicture(Throwable failure) {
        return failure instanceof ServiceError error && (error.status() == 413 || !error.fields().isEmpty());
    }

    /** No file is an empty picture, about which the service has its word. */
    private static byte[] bytes(FileUpload logo) {
        try {
            return logo == null ? new byte[0] : Files.readAllBytes(logo.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String file) {
        return file.endsWith(".png") ? "image/png" : file.endsWith(".jpg") ? "image/jpeg" : "image/webp";
    }
}
