package io.housemates.checkout.partner;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;

/** Shows logos to students' browsers; whoever knows the hash has seen the page. */
@Path("/brand/logos")
class LogoResource {

    private final Logos logos;

    LogoResource(Logos logos) {
        this.logos = logos;
    }

    @GET
    @Path("{sha256: [0-9a-f]{64}}.{ending: png|jpg|webp}")
    @Operation(hidden = true)
    public Uni<Response> read(String sha256, String ending) {
        LogoType type = LogoType.ofEnding(ending);
        return logos.find(type, sha256)
                .map(logo -> answer(type, logo.orElseThrow(CommonError.NOT_FOUND::exception)));
    }

    private static Response answer(LogoType type, byte[] logo) {
        return Response.ok(logo, type.mediaType())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
