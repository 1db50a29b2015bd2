package io.housemates.dashboard.branding;

import java.util.List;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;

/**
 * What a partner typed about how its pages look; whether it is right is for checkout-service to say.
 *
 * @param action {@code save} or {@code preview}
 */
record BrandingFields(@RestForm String heading, @RestForm("colours.primary") String primary,
        @RestForm("colours.on_primary") String onPrimary, @RestForm("colours.background") String background,
        @RestForm("colours.text") String text, @RestForm String font, @RestForm("support_text") String supportText,
        @RestForm("support_email") String supportEmail, @RestForm("terms_url") String termsUrl,
        @RestForm("privacy_url") String privacyUrl, @RestForm("return_url") String returnUrl, @RestForm List<String> languages,
        @RestForm("first_language") String firstLanguage, @RestForm String action) {

    /** Null is no choice, which means any. */
    boolean hasFirstLanguage() {
        return firstLanguage == null || languages == null || languages.contains(firstLanguage);
    }

    boolean isForPreview() {
        return "preview".equals(action);
    }

    Branding branding() {
        return new Branding(null, new Branding.Colours(primary, onPrimary, background, text), font, stripped(heading),
                stripped(supportText), stripped(supportEmail), stripped(termsUrl), stripped(privacyUrl), stripped(returnUrl),
                firstOneFirst());
    }

    private List<String> firstOneFirst() {
        List<String> chosen = languages == null ? List.of() : languages;
        return Stream.concat(chosen.stream().filter(language -> language.equals(firstLanguage)),
                chosen.stream().filter(language -> !language.equals(firstLanguage))).toList();
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
