package io.housemates.dashboard.branding;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

import io.housemates.dashboard.page.FormErrors;
import io.housemates.dashboard.page.Html;
import io.housemates.dashboard.service.ServiceError;
import io.housemates.dashboard.session.CurrentSession;
import io.housemates.dashboard.session.Session;
import io.housemates.dashboard.session.SignedIn;
import io.smallrye.mutiny.Uni;

/** How the partner's hosted checkout looks: see it, try it, save it. */
@SignedIn
@Path("/branding")
class BrandingResource {

    private static final String NOT_CHOSEN = "The first language must be one of the languages chosen above.";

    private final BrandingApi branding;
    private final CurrentSession current;

    BrandingResource(@RestClient BrandingApi branding, CurrentSession current) {
        this.branding = branding;
        this.current = current;
    }

    @GET
    public Uni<Response> show(@RestQuery String saved) {
        Session session = current.get();
        return branding.read(session.credentials()).map(answer -> answer.data().item())
                .map(item -> Html.page(200, new BrandingPage(session, BrandingForm.of(item), item.logoUrl() != null,
                        FormErrors.NONE, saved, null)));
    }

    /** Saves, or makes a preview of what is not saved yet. */
    @POST
    public Uni<Response> send(@BeanParam BrandingFields fields) {
        Session session = current.get();
        Branding typed = fields.branding();
        if (!fields.hasFirstLanguage()) {
            return page(422, session, typed, FormErrors.of(BrandingForm.LABELS, "first_language", NOT_CHOSEN), null);
        }
        Uni<Response> done = fields.isForPreview() ? preview(session, typed)
                : branding.put(session.credentials(), typed).replaceWith(Html.redirect("/branding?saved=branding"));
        return done.onFailure(BrandingResource::isAboutFields)
                .recoverWithUni(e -> page(422, session, typed,
                        new FormErrors(BrandingForm.LABELS, ((ServiceError) e).fields()), null));
    }

    private Uni<Response> preview(Session session, Branding draft) {
        return branding.preview(session.credentials(), draft)
                .chain(answer -> page(200, session, draft, FormErrors.NONE, answer.data().item().url()));
    }

    private Uni<Response> page(int status, Session session, Branding typed, FormErrors errors, String preview) {
        return branding.read(session.credentials()).map(answer -> Html.page(status,
                new BrandingPage(session, BrandingForm.of(typed), answer.data().item().logoUrl() != null, errors, null,
                        preview)));
    }

    private static boolean isAboutFields(Throwable failure) {
        return failure instanceof ServiceError error && !error.fields().isEmpty();
    }
}
