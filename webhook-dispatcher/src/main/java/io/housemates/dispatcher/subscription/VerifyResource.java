package io.housemates.dispatcher.subscription;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.dispatcher.signing.VerificationKey;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.InvalidFieldsException;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Paste headers and body: why does my signature not match? */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks/verify")
@Tag(name = "Webhooks")
@Cancellable(false)
class VerifyResource {

    private final OwnSubscriptions subscriptions;
    private final Endpoints endpoints;
    private final CurrentPartner partner;
    private final Clock clock;

    VerifyResource(OwnSubscriptions subscriptions, Endpoints endpoints, CurrentPartner partner, Clock clock) {
        this.subscriptions = subscriptions;
        this.endpoints = endpoints;
        this.partner = partner;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Why does my signature not match?", description = "Paste headers and body exactly as received; give subscription_id, or as secret the whsec_ secret or whpk_ key to check with.")
    public Uni<Envelope<SignatureCheck>> verify(Pasted pasted) {
        if (pasted == null || pasted.headers() == null || pasted.body() == null) {
            throw InvalidFieldsException.of("body", "Headers and body are required.");
        }
        return keys(pasted).chain(keys -> check(pasted, keys)).map(Envelope::ok);
    }

    /** Signs with every key, which takes long enough to be no work for the event loops that deliveries are made on. */
    private Uni<SignatureCheck> check(Pasted pasted, List<VerificationKey> keys) {
        return Uni.createFrom().item(() -> SignatureCheck.of(pasted.headers(), pasted.body(), keys, clock.instant()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<List<VerificationKey>> keys(Pasted pasted) {
        if (pasted.secret() != null) {
            try {
                return Uni.createFrom().item(List.of(VerificationKey.parse(pasted.secret())));
            } catch (IllegalArgumentException unusable) {
                throw InvalidFieldsException.of("secret",
                        "Must be a whsec_ secret (base64 of 24 to 64 bytes), or for v1a the whpk_ key.");
            }
        }
        if (pasted.subscriptionId() == null) {
            throw InvalidFieldsException.of("subscription_id", "Either subscription_id or secret is required.");
        }
        return subscriptions.require(partner.id(), pasted.subscriptionId())
                .chain(() -> endpoints.require(pasted.subscriptionId()))
                .map(endpoint -> endpoint.signingKeys(clock.instant()).stream().map(VerificationKey::of).toList());
    }

    /**
     * @param subscriptionId whose secrets to check with, or null
     * @param secret to check with instead, {@code whsec_} or {@code whpk_}, or null; used for this answer only
     * @param headers as received, by name in any letter case
     * @param body as received
     */
    record Pasted(@JsonProperty("subscription_id") String subscriptionId, String secret, Map<String, String> headers,
            String body) {

        /** Holds a secret and personal data. */
        @Override
        public String toString() {
            return "Pasted";
        }
    }
}
