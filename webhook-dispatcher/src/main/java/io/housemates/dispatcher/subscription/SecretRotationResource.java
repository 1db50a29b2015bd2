package io.housemates.dispatcher.subscription;

import java.time.Duration;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.InvalidFieldsException;
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.mutiny.Uni;

/** Gives a subscription a new signing secret: {@code /api/webhooks/{id}/rotate-secret}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/webhooks/{id}/rotate-secret")
@Tag(name = "Webhooks")
@Cancellable(false)
class SecretRotationResource {

    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final SubscriptionChanges changes;
    private final CurrentPartner partner;

    SecretRotationResource(SubscriptionChanges changes, CurrentPartner partner) {
        this.changes = changes;
        this.partner = partner;
    }

    @POST
    @Operation(summary = "Rotate the signing secret", description = "Answers the new secret, this once. Until the overlap is over, deliveries carry "
            + "a signature of the old secret, too; ten secrets at most sign at a time.")
    public Uni<Envelope<SubscriptionView>> rotate(@PathParam("id") String id, RotateSecret request) {
        return changes.rotate(partner.id(), id, overlap(request)).map(Envelope::ok);
    }

    private static Duration overlap(RotateSecret request) {
        if (request == null || request.overlapHours() == null) {
            return USUAL_OVERLAP;
        }
        Duration overlap = Duration.ofHours(request.overlapHours());
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw InvalidFieldsException.of("overlap_hours", "Must be from 0 to 168.");
        }
        return overlap;
    }

    /** @param overlapHours how long the old secret signs along; 24 when absent, at most 168 */
    record RotateSecret(@JsonProperty("overlap_hours") Integer overlapHours) {
    }
}
