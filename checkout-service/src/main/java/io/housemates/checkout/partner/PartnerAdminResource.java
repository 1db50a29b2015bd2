package io.housemates.checkout.partner;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/** Admin's door to partners and their access tokens. */
@Path("/admin/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: partners")
class PartnerAdminResource {

    private final PartnerService partners;

    PartnerAdminResource(PartnerService partners) {
        this.partners = partners;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Create a partner")
    public Uni<Envelope<PartnerView>> create(@Valid @NotNull CreatePartner request) {
        return partners.create(request).map(Envelope::ok);
    }

    @GET
    @Operation(summary = "List all partners")
    public Uni<Envelope<Map<String, List<PartnerView>>>> list() {
        return partners.list().map(PartnerAdminResource::items);
    }

    @POST
    @Path("/{partner_id}/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Issue an access token; the answer is the only place that shows it")
    public Uni<Envelope<TokenView>> issueToken(String partner_id, @Valid @NotNull IssueToken request) {
        return partners.issueToken(partner_id, request).map(Envelope::ok);
    }

    @GET
    @Path("/{partner_id}/tokens")
    @Operation(summary = "List a partner's access tokens, without the secrets")
    public Uni<Envelope<Map<String, List<TokenView>>>> listTokens(String partner_id) {
        return partners.listTokens(partner_id).map(PartnerAdminResource::items);
    }

    @DELETE
    @Path("/{partner_id}/tokens/{token_id}")
    @Operation(summary = "Revoke an access token; takes effect everywhere within a second")
    public Uni<Envelope<TokenView>> revokeToken(String partner_id, String token_id) {
        return partners.revokeToken(partner_id, token_id).map(Envelope::ok);
    }

    private static <T> Envelope<Map<String, List<T>>> items(List<T> items) {
        return Envelope.ok(Map.of("items", items));
    }
}
