package io.housemates.checkout.partner;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Everybody's door to the public keys that results for partners are verified with. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hosted checkout", description = "How the hosted pages look, and how their result is verified.")
class ReturnKeysResource {

    private final ReturnKeys keys;

    ReturnKeysResource(ReturnKeys keys) {
        this.keys = keys;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(summary = "The keys that verify the result at your return URL", description = "A JWK Set (RFC 7517) without an envelope. A result names its key by kid; "
            + "read the set again when you do not know it, and keep it for a while otherwise.")
    public String read() {
        return keys.published();
    }
}
