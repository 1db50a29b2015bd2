package io.housemates.platform.retention;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** What has been kept long enough, for the operator: a look at it, and a run before the schedule's. */
@Path("/admin/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data")
@Cancellable(false)
class RetentionAdminResource {

    private final Retention retention;

    RetentionAdminResource(Retention retention) {
        this.retention = retention;
    }

    @GET
    @Operation(summary = "What would go if old data were removed now", description = "A dry run: how many of each kind are due, and when the oldest ended.")
    public Uni<Envelope<Map<String, List<RetentionView>>>> due() {
        return retention.due().map(kinds -> Envelope.ok(Map.of("items", kinds)));
    }

    @POST
    @Operation(summary = "Remove old data now", description = "As the schedule does every hour, but at most 20,000 of each kind a call; "
            + "due tells what is left.")
    public Uni<Envelope<Map<String, List<RetentionView>>>> remove() {
        return retention.removeSome().map(kinds -> Envelope.ok(Map.of("items", kinds)));
    }
}
