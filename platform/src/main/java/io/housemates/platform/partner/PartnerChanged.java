package io.housemates.platform.partner;

import static java.util.Objects.requireNonNull;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a copy of the partners needs of {@code partner.changed}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartnerChanged(String partnerId, long version, List<Token> accessTokens) {

    PartnerChanged {
        requireNonNull(partnerId, "partnerId");
        requireNonNull(accessTokens, "accessTokens");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(String sha256) {

        Token {
            requireNonNull(sha256, "sha256");
        }
    }
}
