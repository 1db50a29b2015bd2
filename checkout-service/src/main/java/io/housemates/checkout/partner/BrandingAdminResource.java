package io.housemates.checkout.partner;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Admin's door to how a partner's hosted checkout looks. */
@Path("/admin/partners/{partner_id}/branding")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: partners")
@Cancellable(false)
class BrandingAdminResource {

    private final BrandingService branding;

    BrandingAdminResource(BrandingService branding) {
        this.branding = branding;
    }

    @GET
    @Operation(summary = "Read a partner's branding, defaults filled in", description = "As the hosted pages show it.")
    public Uni<Envelope<Item<Branding>>> read(String partner_id) {
        return branding.of(partner_id).map(Item::of);
    }

    @PUT
    @Operation(summary = "Replace a partner's branding", description = BrandingDocs.PUT)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BrandingSettings.class), example = BrandingDocs.EXAMPLE))
    public Uni<Envelope<Item<Branding>>> put(String partner_id,
            @NotNull JsonNode body) {
        return branding.put(partner_id, body).map(Item::of);
    }

    @POST
    @Path("preview")
    @ResponseStatus(201)
    @Operation(summary = "Preview the hosted pages", description = BrandingDocs.PREVIEW)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BrandingSettings.class), example = BrandingDocs.EXAMPLE))
    public Uni<Envelope<Item<PreviewLink>>> preview(String partner_id,
            JsonNode draft) {
        return branding.preview(partner_id, draft).map(Item::of);
    }

    @PUT
    @Path("logo")
    @Blocking
    @Consumes({ "image/png", "image/jpeg", "image/webp", MediaType.APPLICATION_OCTET_STREAM })
    @Operation(summary = "Set a partner's logo", description = BrandingDocs.LOGO)
    public Uni<Envelope<Item<Branding>>> putLogo(String partner_id, byte[] picture) {
        return branding.putLogo(partner_id, picture).map(Item::of);
    }

    @DELETE
    @Path("logo")
    @Operation(summary = "Remove a partner's logo", description = "As often as asked.")
    public Uni<Envelope<Item<Branding>>> removeLogo(String partner_id) {
        return branding.removeLogo(partner_id).map(Item::of);
    }
}
