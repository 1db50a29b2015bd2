package io.housemates.dispatcher.subscription;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** The operator's last step in changing the keyset: {@code /admin/webhook-secrets/reseal}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/admin/webhook-secrets/reseal")
@Tag(name = "Admin: webhooks")
@Cancellable(false)
class SealedSecretsResource {

    private static final Logger LOG = Logger.getLogger(SealedSecretsResource.class);

    private final SealedColumns columns;

    SealedSecretsResource(SealedColumns columns) {
        this.columns = columns;
    }

    @POST
    @Operation(summary = "Seal all secrets with the keyset's primary key", description = "To be called once every replica runs with the new "
            + "primary key. When remaining is 0, no secret needs an older key any more. Can be repeated.")
    public Uni<Envelope<Resealed>> reseal() {
        return columns.seal()
                .chain(done -> columns.old().map(remaining -> new Resealed(done.sealed(), remaining, done.unopened())))
                .invoke(done -> LOG.infof("Secrets sealed anew count=%d remaining=%d unopened=%d", done.resealed(),
                        done.remaining(), done.unopened()))
                .map(Envelope::ok);
    }

    /**
     * @param resealed signing secrets, access tokens and sets of headers that an older key had sealed
     * @param remaining those that one still seals
     * @param unopened those of them that no key opens; the log names them
     */
    record Resealed(long resealed, long remaining, long unopened) {
    }
}
