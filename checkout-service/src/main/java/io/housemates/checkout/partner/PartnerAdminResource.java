package io.housemates.checkout.partner;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** Admin's door to partners and their access tokens. */
@Path("/admin/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: partners", description = "Who may call, and how their pages look.")
@Cancellable(false)
class PartnerAdminResource {

    private static final String EXAMPLE = """
            {"name":"Northern Rooms","checkout_host":"book.northern-rooms.example"}""";

    private final PartnerService partners;
    private final CheckoutHosts hosts;

    PartnerAdminResource(PartnerService partners, CheckoutHosts hosts) {
        this.partners = partners;
        this.hosts = hosts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Create a partner", description = "name: at most 200 characters. checkout_host: the host name of its hosted checkout, in any letter case and script; "
            + "absent or null for the default one. Point its DNS at checkout-service's proxy, which needs a certificate for it. 409 api.checkout_host_taken.")
    public Uni<Envelope<PartnerView>> create(
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = PartnerBody.class), example = EXAMPLE)) JsonNode body) {
        return partners.create(PartnerChange.of(body, true, hosts.publicHost())).map(Envelope::ok);
    }

    @GET
    @Operation(summary = "List all partners", description = "Without their access tokens.")
    public Uni<Envelope<Map<String, List<PartnerView>>>> list() {
        return partners.list().map(PartnerAdminResource::items);
    }

    @GET
    @Path("/{partner_id}")
    @Operation(summary = "Read a partner", description = "Without its access tokens.")
    public Uni<Envelope<PartnerView>> read(String partner_id) {
        return partners.get(partner_id).map(Envelope::ok);
    }

    @PATCH
    @Path("/{partner_id}")
    @Operation(summary = "Change a partner", description = "What is absent stays. checkout_host null: back to the default one. Addresses handed out before keep working on the default "
            + "host, and on the host that was removed no longer. 409 api.checkout_host_taken.")
    public Uni<Envelope<PartnerView>> change(String partner_id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = PartnerBody.class), example = EXAMPLE)) JsonNode body) {
        return partners.change(partner_id, PartnerChange.of(body, false, hosts.publicHost())).map(Envelope::ok);
    }

    @POST
    @Path("/{partner_id}/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Issue an access token; the answer is the only place that shows it", description = "A partner may have several, so that one can take over from another.")
    public Uni<Envelope<TokenView>> issueToken(String partner_id, @Valid @NotNull IssueToken request) {
        return partners.issueToken(partner_id, request).map(Envelope::ok);
    }

    @GET
    @Path("/{partner_id}/tokens")
    @Operation(summary = "List a partner's access tokens, without the secrets", description = "Revoked ones, too, with the time of that.")
    public Uni<Envelope<Map<String, List<TokenView>>>> listTokens(String partner_id) {
        return partners.listTokens(partner_id).map(PartnerAdminResource::items);
    }

    @DELETE
    @Path("/{partner_id}/tokens/{token_id}")
    @Operation(summary = "Revoke an access token; takes effect everywhere within a second", description = "For good. While Kafka is away, the other services learn of it later.")
    public Uni<Envelope<TokenView>> revokeToken(String partner_id, String token_id) {
        return partners.revokeToken(partner_id, token_id).map(Envelope::ok);
    }

    /** For the API's documentation; {@link PartnerChange} reads it. */
    @Schema(name = "PartnerBody")
    private record PartnerBody(String name, @Schema(nullable = true) @JsonProperty("checkout_host") String checkoutHost) {
    }

    private static <T> Envelope<Map<String, List<T>>> items(List<T> items) {
        return Envelope.ok(Map.of("items", items));
    }
}
