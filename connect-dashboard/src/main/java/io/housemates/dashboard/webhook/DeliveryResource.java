package io.housemates.dashboard.webhook;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;

import io.housemates.dashboard.page.Html;
import io.housemates.dashboard.session.CurrentSession;
import io.housemates.dashboard.session.Session;
import io.housemates.dashboard.session.SignedIn;
import io.housemates.dashboard.webhook.WebhookPages.DeliveryPage;
import io.smallrye.mutiny.Uni;

/** One delivery with every attempt, and another try of it. */
@SignedIn
@Path("/deliveries/{id: [0-9A-Za-z]{26}}")
class DeliveryResource {

    private final WebhookApi webhooks;
    private final NoticeCookie notices;
    private final CurrentSession current;

    DeliveryResource(@RestClient WebhookApi webhooks, NoticeCookie notices, CurrentSession current) {
        this.webhooks = webhooks;
        this.notices = notices;
        this.current = current;
    }

    @GET
    public Uni<Response> read(@RestPath String id, @CookieParam(NoticeCookie.NAME) String notice) {
        Session session = current.get();
        return webhooks.delivery(session.credentials(), id)
                .map(answer -> answer.data().item())
                .map(Html.page(delivery -> new DeliveryPage(session, delivery, notices.read(notice)), notices.taken()));
    }

    @POST
    @Path("retry")
    public Uni<Response> retry(@RestPath String id) {
        return webhooks.retry(current.get().credentials(), id)
                .map(retried -> Html.redirect("/deliveries/" + id,
                        notices.with(Notice.of("The delivery is being sent again."))));
    }
}
