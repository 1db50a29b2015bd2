package io.housemates.checkout.partner;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An access token as the admin API shows it.
 *
 * @param accessToken the secret, only in the answer that issued it
 * @param revokedAt null while the token is valid
 */
record TokenView(String id, String name,
        @JsonProperty("access_token") @JsonInclude(JsonInclude.Include.NON_NULL) String accessToken,
        @JsonProperty("created_at") Instant createdAt, @JsonProperty("revoked_at") @Schema(nullable = true) Instant revokedAt) {

    static TokenView of(IssuedToken token) {
        return new TokenView(token.id, token.name, null, token.createdAt, token.revokedAt);
    }

    TokenView withSecret(String secret) {
        return new TokenView(id, name, secret, createdAt, revokedAt);
    }

    @Override
    public String toString() {
        return "TokenView[id=" + id + "]";
    }
}
