package io.housemates.checkout.session;

import java.util.Map;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** What the operator does with one session. */
@Path("/admin/checkout/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data")
@Cancellable(false)
class SessionAdminResource {

    private final SessionErasure erasure;

    SessionAdminResource(SessionErasure erasure) {
        this.erasure = erasure;
    }

    @POST
    @Path("/{session_id}/erasure")
    @Operation(summary = "Erases what a session that became no booking knows of people", description = "For good, and before its 30 days are over. "
            + "What became of the money stays. Idempotent. 409 while the session is under way, and api.booking_already_completed with the "
            + "booking's id where it was booked: then the booking is to be erased.")
    public Uni<Envelope<Map<String, String>>> erase(String session_id) {
        return erasure.erase(session_id).map(done -> Envelope.ok(Map.of("session_id", session_id)));
    }
}
