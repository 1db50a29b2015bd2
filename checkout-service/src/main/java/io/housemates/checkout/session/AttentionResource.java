package io.housemates.checkout.session;

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

/** Admin's list of sessions that need a person, and what a person can do about them. */
@Path("/admin/attention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: money and rooms")
@Cancellable(false)
class AttentionResource {

    private final Attention attention;

    AttentionResource(Attention attention) {
        this.attention = attention;
    }

    @GET
    @Operation(summary = "List sessions that need attention", description = "Paid without details, paid otherwise than agreed, with a refund that failed, or with a payment that Stripe refuses to tell of; those that end first come first. By itself the money goes back at attention_until.")
    public Uni<Envelope<Map<String, List<AttentionView>>>> list() {
        return attention.list().map(items -> Envelope.ok(Map.of("items", items)));
    }

    @POST
    @Path("/{session_id}/retry")
    @Operation(summary = "Look at the session again now", description = "Does at once what would be done at its next turn: books it, refunds it, or leaves it as it is.")
    public Uni<Envelope<Map<String, String>>> retry(String session_id) {
        return attention.retry(session_id).map(done -> Envelope.ok(Map.of("session_id", session_id)));
    }

    @POST
    @Path("/{session_id}/refund")
    @Operation(summary = "Give the money and the unit back now", description = "409 where our books show no payment of this session to give back.")
    public Uni<Envelope<Map<String, String>>> refund(String session_id) {
        return attention.refund(session_id).map(done -> Envelope.ok(Map.of("session_id", session_id)));
    }

    @POST
    @Path("/{session_id}/seen")
    @Operation(summary = "Take a payment that was not as agreed off the list", description = "Its money goes back by itself. 409 where nothing disagrees.")
    public Uni<Envelope<Map<String, String>>> seen(String session_id) {
        return attention.seen(session_id).map(done -> Envelope.ok(Map.of("session_id", session_id)));
    }
}
