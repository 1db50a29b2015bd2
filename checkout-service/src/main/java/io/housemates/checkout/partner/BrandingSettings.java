package io.housemates.checkout.partner;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a partner chose of its {@link Branding}, as column partner.branding keeps it; null is left to the defaults of the day.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BrandingSettings(Colours colours, Font font, String heading, @JsonProperty("support_text") String supportText,
        @JsonProperty("support_email") String supportEmail, @JsonProperty("terms_url") String termsUrl,
        @JsonProperty("privacy_url") String privacyUrl, @JsonProperty("return_url") String returnUrl, List<String> languages) {

    /** @param logoUrl null without a logo */
    Branding of(String partnerName, String logoUrl) {
        return new Branding(logoUrl, colours == null ? Colours.DEFAULT : colours.orDefault(), font == null ? Font.SYSTEM : font,
                heading == null ? partnerName : heading, supportText, supportEmail, termsUrl, privacyUrl, returnUrl,
                languages == null ? Branding.LANGUAGES : languages);
    }
}
