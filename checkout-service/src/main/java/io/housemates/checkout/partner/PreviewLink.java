package io.housemates.checkout.partner;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a preview of hosted pages can be seen.
 *
 * @param url opens without credentials, for people
 */
record PreviewLink(
        @Schema(examples = "https://book.northern-rooms.example/preview/3q2-7wAAAAAAAAAAAAAAAA") String url,
        @JsonProperty("expires_at") Instant expiresAt) {
}
