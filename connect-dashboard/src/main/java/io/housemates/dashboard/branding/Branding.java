package io.housemates.dashboard.branding;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the partner's hosted checkout looks, as checkout-service tells it and takes it.
 *
 * @param logoUrl on checkout-service, null without a logo; not taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Branding(@JsonProperty(value = "logo_url", access = JsonProperty.Access.WRITE_ONLY) String logoUrl, Colours colours,
        String font, String heading, @JsonProperty("support_text") String supportText,
        @JsonProperty("support_email") String supportEmail, @JsonProperty("terms_url") String termsUrl,
        @JsonProperty("privacy_url") String privacyUrl, @JsonProperty("return_url") String returnUrl, List<String> languages) {

    /** Each {@code #rrggbb}. */
    record Colours(String primary, @JsonProperty("on_primary") String onPrimary, String background, String text) {
    }
}
