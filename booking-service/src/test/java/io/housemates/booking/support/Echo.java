package io.housemates.booking.support;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** A resource with a body, to see what becomes of bad ones. */
@Path("/api/test/echo")
@Produces(MediaType.APPLICATION_JSON)
public class Echo {

    public record Text(String text) {
    }

    @POST
    @Operation(hidden = true)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Envelope<Text>> echo(Text text) {
        return Uni.createFrom().item(Envelope.ok(text));
    }

    @POST
    @Operation(hidden = true)
    @Path("broken")
    public Uni<Envelope<Text>> broken() {
        return Uni.createFrom().failure(new IllegalStateException("on purpose"));
    }
}
