package io.housemates.dispatcher.subscription;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.ResponseStatus;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.InvalidFieldsException;
import io.housemates.platform.api.Item;
import io.housemates.platform.partner.CurrentPartner;
import io.housemates.platform.partner.PartnerApi;
import io.smallrye.mutiny.Uni;

/** Partners' subscriptions: {@code /api/webhooks}. */
@PartnerApi
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks")
class SubscriptionResource {

    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final SubscriptionService subscriptions;
    private final SubscriptionRules rules;
    private final SubscriptionHealth health;
    private final Endpoints endpoints;
    private final CurrentPartner partner;

    SubscriptionResource(SubscriptionService subscriptions, SubscriptionRules rules, SubscriptionHealth health,
            Endpoints endpoints, CurrentPartner partner) {
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.health = health;
        this.endpoints = endpoints;
        this.partner = partner;
    }

    @POST
    @ResponseStatus(201)
    public Uni<Envelope<SubscriptionView>> create(CreateSubscription request) {
        String owner = partner.id();
        return rules.check(present(request)).chain(() -> subscriptions.create(owner, request)).map(Envelope::ok);
    }

    @GET
    public Uni<Envelope<Items>> list() {
        return subscriptions.list(partner.id()).map(Items::new).map(Envelope::ok);
    }

    @GET
    @Path("{id}")
    public Uni<Envelope<Item<SubscriptionView>>> read(@PathParam("id") String id) {
        return subscriptions.read(partner.id(), id).chain(health::addTo).map(Item::of);
    }

    @PATCH
    @Path("{id}")
    public Uni<Envelope<SubscriptionView>> update(@PathParam("id") String id, UpdateSubscription change) {
        String owner = partner.id();
        return subscriptions.read(owner, id)
                .chain(current -> check(current, present(change)))
                .chain(() -> subscriptions.update(owner, id, change))
                .call(changed -> Boolean.TRUE.equals(change.enabled()) ? health.forgive(id) : Uni.createFrom().voidItem())
                .invoke(() -> endpoints.forget(id))
                .map(Envelope::ok);
    }

    @DELETE
    @Path("{id}")
    public Uni<Envelope<SubscriptionView>> delete(@PathParam("id") String id) {
        return subscriptions.delete(partner.id(), id).invoke(() -> endpoints.forget(id)).map(Envelope::ok);
    }

    @POST
    @Path("{id}/rotate-secret")
    public Uni<Envelope<SubscriptionView>> rotate(@PathParam("id") String id, RotateSecret request) {
        Duration overlap = request == null || request.overlapHours() == null ? USUAL_OVERLAP
                : Duration.ofHours(request.overlapHours());
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw InvalidFieldsException.of("overlap_hours", "Must be from 0 to 168.");
        }
        return subscriptions.rotate(partner.id(), id, overlap).invoke(() -> endpoints.forget(id)).map(Envelope::ok);
    }

    private Uni<Void> check(SubscriptionView current, UpdateSubscription change) {
        Map<String, String> headers;
        try {
            headers = SubscriptionService.headers(change.headers());
        } catch (IllegalArgumentException noTexts) {
            throw InvalidFieldsException.of("headers", "Must be header names with printable ASCII values.");
        }
        return rules.check(change.url() == null ? current.url() : change.url(),
                change.events() == null ? current.events() : change.events(),
                change.accessToken() == null || change.accessToken().isNull() ? null : change.accessToken().asText(),
                headers, change.description() == null ? null : change.description().asText(), new LinkedHashMap<>());
    }

    private static <T> T present(T body) {
        if (body == null) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
        return body;
    }

    record Items(List<SubscriptionView> items) {
    }

    /** @param overlapHours how long the old secret signs along; 24 when absent, at most 168 */
    record RotateSecret(@JsonProperty("overlap_hours") Integer overlapHours) {
    }
}
