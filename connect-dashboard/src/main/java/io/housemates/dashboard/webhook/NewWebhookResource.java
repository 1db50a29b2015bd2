package io.housemates.dashboard.webhook;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;

import io.housemates.dashboard.page.FormErrors;
import io.housemates.dashboard.page.Html;
import io.housemates.dashboard.service.Envelope;
import io.housemates.dashboard.service.ServiceError;
import io.housemates.dashboard.session.CurrentSession;
import io.housemates.dashboard.session.Session;
import io.housemates.dashboard.session.SignedIn;
import io.housemates.dashboard.webhook.WebhookPages.WebhookEntry;
import io.smallrye.mutiny.Uni;

/** Makes a webhook: the form, and again with what is wrong until the dispatcher accepts it. */
@SignedIn
@Path("/webhooks/new")
class NewWebhookResource {

    private final WebhookApi webhooks;
    private final SentForms sent;
    private final NoticeCookie notices;
    private final CurrentSession current;

    NewWebhookResource(@RestClient WebhookApi webhooks, SentForms sent, NoticeCookie notices, CurrentSession current) {
        this.webhooks = webhooks;
        this.sent = sent;
        this.notices = notices;
        this.current = current;
    }

    @GET
    public Uni<Response> form() {
        return form(200, current.get(), WebhookForm.BLANK, FormErrors.NONE);
    }

    @POST
    public Uni<Response> create(@RestForm String url, @RestForm List<String> events, @RestForm String description,
            @RestForm("access_token") String accessToken, @RestForm String headers, @RestForm("form_number") String number) {
        Session session = current.get();
        WebhookForm form = WebhookForm.of(url, events, description, accessToken, headers);
        return Uni.createFrom().item(form::request)
                .chain(request -> sent.once(session.partnerId(), number,
                        () -> webhooks.create(session.credentials(), request).map(Envelope::data)))
                .map(this::created)
                .onFailure(UnreadableHeaderException.class)
                .recoverWithUni(e -> form(422, session, form, FormErrors.of(WebhookForm.LABELS, "headers", e.getMessage())))
                .onFailure(NewWebhookResource::isAboutFields)
                .recoverWithUni(e -> form(422, session, form, new FormErrors(WebhookForm.LABELS, ((ServiceError) e).fields())));
    }

    private Response created(Webhook webhook) {
        return Html.redirect("/webhooks/" + webhook.id(),
                notices.with(new Notice("The webhook was created.", webhook.secret())));
    }

    private Uni<Response> form(int status, Session session, WebhookForm form, FormErrors errors) {
        return webhooks.eventTypes(session.credentials())
                .map(answer -> answer.data().items().stream().filter(EventType::isForSubscribing).toList())
                .map(types -> Html.page(status, new WebhookEntry(session, SentForms.newNumber(), types, form, errors)));
    }

    private static boolean isAboutFields(Throwable failure) {
        return failure instanceof ServiceError error && !error.fields().isEmpty();
    }
}
