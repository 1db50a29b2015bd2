package io.housemates.checkout.partner;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a partner's hosted checkout looks and speaks, defaults filled in: {@link Brandings} gives it to the pages and to the API.
 *
 * @param logoUrl path on the host that shows the page, {@code /brand/logos/<SHA-256>.png}; null without a logo
 * @param colours each pair readable, see {@link Colours}
 * @param heading plain text; the partner's name where it set none
 * @param supportText plain text, null without
 * @param supportEmail null without
 * @param termsUrl https, null without
 * @param privacyUrl https, null without
 * @param returnUrl https, where students go afterwards with a {@link ReturnResult}; null: they stay on the last page
 * @param languages some of {@link #LANGUAGES}, at least one; the first is for students who ask for none of them
 */
public record Branding(
        @Schema(nullable = true, examples = "/brand/logos/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png") @JsonProperty("logo_url") String logoUrl,
        Colours colours,
        Font font,
        @Schema(examples = "Northern Rooms") String heading,
        @Schema(nullable = true, examples = "Questions? We answer from 9 to 5.") @JsonProperty("support_text") String supportText,
        @Schema(nullable = true, examples = "help@northern-rooms.example") @JsonProperty("support_email") String supportEmail,
        @Schema(nullable = true, examples = "https://northern-rooms.example/terms") @JsonProperty("terms_url") String termsUrl,
        @Schema(nullable = true, examples = "https://northern-rooms.example/privacy") @JsonProperty("privacy_url") String privacyUrl,
        @Schema(nullable = true, examples = "https://northern-rooms.example/booked?from=checkout") @JsonProperty("return_url") String returnUrl,
        @Schema(examples = "[\"en\",\"es\"]") List<String> languages) {

    /** BCP 47 tags of the languages that hosted pages speak. */
    public static final List<String> LANGUAGES = List.of("en", "es", "zh-CN");
}
