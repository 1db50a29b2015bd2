package io.housemates.dashboard.webhook;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.housemates.dashboard.page.Html;
import io.housemates.dashboard.session.CurrentSession;
import io.housemates.dashboard.session.Session;
import io.housemates.dashboard.session.SignedIn;
import io.housemates.dashboard.webhook.WebhookPages.WebhookDeletion;
import io.housemates.dashboard.webhook.WebhookPages.WebhookList;
import io.housemates.dashboard.webhook.WebhookPages.WebhookPage;
import io.smallrye.mutiny.Uni;

/** The partner's webhooks as pages: look, pause, delete. */
@SignedIn
@Path("/webhooks")
class WebhookResource {

    private static final int DELIVERIES_PER_PAGE = 20;
    private static final int MOST = 100;
    private static final String ID = "{id: [0-9A-Za-z]{26}}";

    private final WebhookApi webhooks;
    private final NoticeCookie notices;
    private final CurrentSession current;

    WebhookResource(@RestClient WebhookApi webhooks, NoticeCookie notices, CurrentSession current) {
        this.webhooks = webhooks;
        this.notices = notices;
        this.current = current;
    }

    @GET
    public Uni<Response> list(@CookieParam(NoticeCookie.NAME) String notice) {
        Session session = current.get();
        return webhooks.list(session.credentials(), MOST)
                .map(Html.page(answer -> new WebhookList(session, answer.data().items(), notices.read(notice)),
                        notices.taken()));
    }

    @GET
    @Path(ID)
    public Uni<Response> read(@RestPath String id, @RestQuery @DefaultValue("1") int page,
            @CookieParam(NoticeCookie.NAME) String notice) {
        Session session = current.get();
        var webhook = webhooks.read(session.credentials(), id);
        var deliveries = webhooks.deliveries(session.credentials(), id, Math.max(1, page), DELIVERIES_PER_PAGE);
        return Uni.combine().all().unis(webhook, deliveries).asTuple()
                .map(Html.page(both -> new WebhookPage(session, both.getItem1().data().item(), both.getItem2().data(),
                        notices.read(notice)), notices.taken()));
    }

    @POST
    @Path(ID + "/enable")
    public Uni<Response> enable(@RestPath String id) {
        return change(id, true, "The webhook is active again.");
    }

    @POST
    @Path(ID + "/disable")
    public Uni<Response> disable(@RestPath String id) {
        return change(id, false, "The webhook is disabled.");
    }

    @GET
    @Path(ID + "/delete")
    public Uni<Response> confirmDeletion(@RestPath String id) {
        Session session = current.get();
        return webhooks.read(session.credentials(), id)
                .map(Html.page(answer -> new WebhookDeletion(session, answer.data().item())));
    }

    @POST
    @Path(ID + "/delete")
    public Uni<Response> delete(@RestPath String id) {
        return webhooks.delete(current.get().credentials(), id)
                .map(deleted -> Html.redirect("/webhooks", notices.with(Notice.of("The webhook was deleted."))));
    }

    private Uni<Response> change(String id, boolean enabled, String done) {
        return webhooks.change(current.get().credentials(), id, new WebhookChange(enabled))
                .map(changed -> Html.redirect("/webhooks/" + id, notices.with(Notice.of(done))));
    }
}
