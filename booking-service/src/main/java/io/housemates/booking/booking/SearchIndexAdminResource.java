package io.housemates.booking.booking;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** Whether the search is up to date with its keyset, for the operator. */
@Path("/admin/search-index")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data")
class SearchIndexAdminResource {

    private final Filing filing;

    SearchIndexAdminResource(Filing filing) {
        this.filing = filing;
    }

    @GET
    @Operation(summary = "How many bookings are still filed under an older key of BLIND_INDEX_KEYSET", description = "They are filed anew after a start, "
            + "without being asked; when data.left is 0, older keys can be dropped. data.unusable counts bookings whose data key is missing or "
            + "cannot be used: they are filed once it can.")
    public Uni<Envelope<Filing.Outdated>> left() {
        return filing.outdated().map(Envelope::ok);
    }
}
