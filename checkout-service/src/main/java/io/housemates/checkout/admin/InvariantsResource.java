package io.housemates.checkout.admin;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** Shows what does not add up: {@code data.violations} is empty when everything does. */
@Path("/admin/invariants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: money and rooms", description = "Whether the books are right, and what needs a person.")
class InvariantsResource {

    private final Invariants invariants;

    InvariantsResource(Invariants invariants) {
        this.invariants = invariants;
    }

    @GET
    @Operation(summary = "Check that money and rooms add up", description = "Six queries over whole tables: ask every few minutes. Each result counts the rows that break its rule, with the first 100 ids.")
    public Uni<Envelope<Map<String, List<Invariants.Result>>>> check() {
        return invariants.check().map(results -> Envelope.ok(Map.of("items", results, "violations",
                results.stream().filter(result -> result.count() > 0).toList())));
    }
}
