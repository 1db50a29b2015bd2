package io.housemates.checkout.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;

import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/**
 * Stripe's door: a signed event is answered once it is stored. Source: Stripe, "Receive Stripe events in your webhook
 * endpoint".
 */
@Path("/stripe/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stripe", description = "For Stripe, not for partners.")
@Cancellable(false)
class StripeWebhookResource {

    private final StripeEvents events;
    private final StripeConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    StripeWebhookResource(StripeEvents events, StripeConfig config, ObjectMapper json, Clock clock) {
        this.events = events;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Receive an event from Stripe", description = "400 when the signature is wrong or older than the tolerance.")
    public Uni<Envelope<Map<String, Boolean>>> receive(byte[] body, @HeaderParam("Stripe-Signature") String signature) {
        if (body == null) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
        String payload = new String(body, UTF_8);
        verify(payload, signature);
        return events.store(StripeEvent.read(body, json), payload).map(stored -> Envelope.ok(Map.of("received", true)));
    }

    private void verify(String payload, String signature) {
        try {
            Webhook.Signature.verifyHeader(payload, signature == null ? "" : signature, config.webhookSecret(),
                    config.webhookTolerance().toSeconds(), clock);
        } catch (SignatureVerificationException e) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
    }
}
