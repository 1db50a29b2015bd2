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
import io.housemates.platform.partner.CurrentPartner;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** The partner's door to how its hosted checkout looks. */
@Path("/api/branding")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hosted checkout")
@Cancellable(false)
class BrandingResource {

    private final BrandingService branding;
    private final CurrentPartner partner;

    BrandingResource(BrandingService branding, CurrentPartner partner) {
        this.branding = branding;
        this.partner = partner;
    }

    @GET
    @Operation(summary = "Read your branding, defaults filled in", description = "As the hosted pages show it.")
    public Uni<Envelope<Item<Branding>>> read() {
        return branding.of(partner.id()).map(Item::of);
    }

    @PUT
    @Operation(summary = "Replace your branding", description = BrandingDocs.PUT)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BrandingSettings.class), example = BrandingDocs.EXAMPLE))
    public Uni<Envelope<Item<Branding>>> put(
            @NotNull JsonNode body) {
        return branding.put(partner.id(), body).map(Item::of);
    }

    @POST
    @Path("preview")
    @ResponseStatus(201)
    @Operation(summary = "Preview the hosted pages", description = BrandingDocs.PREVIEW)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BrandingSettings.class), example = BrandingDocs.EXAMPLE))
    public Uni<Envelope<Item<PreviewLink>>> preview(
            JsonNode draft) {
        return branding.preview(partner.id(), draft).map(Item::of);
    }

    @PUT
    @Path("logo")
    @Blocking
    @Consumes({ "image/png", "image/jpeg", "image/webp", MediaType.APPLICATION_OCTET_STREAM })
    @Operation(summary = "Set your logo", description = BrandingDocs.LOGO)
    public Uni<Envelope<Item<Branding>>> putLogo(byte[] picture) {
        return branding.putLogo(partner.id(), picture).map(Item::of);
    }

    @DELETE
    @Path("logo")
    @Operation(summary = "Remove your logo", description = "As often as asked.")
    public Uni<Envelope<Item<Branding>>> removeLogo() {
        return branding.removeLogo(partner.id()).map(Item::of);
    }
}
