package io.housemates.platform.privacy;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** What an operator does with the keys over personal data. */
@Path("/admin/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data", description = "The keys over what is known about people.")
@Cancellable(false)
class PersonalDataAdminResource {

    private final Rewrapping rewrapping;

    PersonalDataAdminResource(Rewrapping rewrapping) {
        this.rewrapping = rewrapping;
    }

    @POST
    @Path("rewrap")
    @Operation(summary = "Wraps this service's data keys with the primary key of PERSONAL_DATA_KEYSET", description = "At most 20,000 a call; repeat until data.left is 0, then older keys can be dropped. "
            + "data.unusable counts keys that no key of the keyset unwraps: they stay as they are.")
    public Uni<Envelope<Rewrapping.Result>> rewrap() {
        return rewrapping.run().map(Envelope::ok);
    }
}
