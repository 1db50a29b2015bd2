package io.housemates.dashboard.branding;

import java.util.List;
import java.util.Map;

import io.housemates.dashboard.page.Labels;

/**
 * The form with a branding in it.
 *
 * @param values by field, as the API names it
 * @param languages the first one first
 */
record BrandingForm(Map<String, String> values, List<String> languages) {

    static final Map<String, String> LABELS = Labels.of("heading", "Heading", "logo", "Logo", "colours.primary",
            "Buttons and links", "colours.on_primary", "Text on buttons", "colours.background", "Background", "colours.text",
            "Text", "font", "Font", "support_text", "Support text", "support_email", "Support email", "terms_url", "Terms",
            "privacy_url", "Privacy", "return_url", "Return address", "languages", "Languages",
            "first_language", "First language");

    private static final List<Option> FONTS = List.of(new Option("system", "System"), new Option("humanist", "Humanist"),
            new Option("geometric", "Geometric"), new Option("rounded", "Rounded"), new Option("grotesque", "Grotesque"),
            new Option("transitional", "Transitional (serif)"), new Option("old_style", "Old style (serif)"));

    private static final List<Option> LANGUAGES = List.of(new Option("en", "English"), new Option("es", "Español"),
            new Option("zh-CN", "简体中文"));

    static BrandingForm of(Branding branding) {
        return new BrandingForm(Map.ofEntries(entry("heading", branding.heading()),
                entry("colours.primary", branding.colours().primary()),
                entry("colours.on_primary", branding.colours().onPrimary()),
                entry("colours.background", branding.colours().background()), entry("colours.text", branding.colours().text()),
                entry("font", branding.font()), entry("support_text", branding.supportText()),
                entry("support_email", branding.supportEmail()), entry("terms_url", branding.termsUrl()),
                entry("privacy_url", branding.privacyUrl()), entry("return_url", branding.returnUrl())), branding.languages());
    }

    /** Those that checkout-service offers. */
    public List<Option> fonts() {
        return FONTS;
    }

    /** Those that hosted pages speak. */
    public List<Option> offered() {
        return LANGUAGES;
    }

    public String value(String field) {
        return values.get(field);
    }

    public boolean isChosen(String language) {
        return languages.contains(language);
    }

    public boolean isFirst(String language) {
        return !languages.isEmpty() && languages.get(0).equals(language);
    }

    private static Map.Entry<String, String> entry(String field, String value) {
        return Map.entry(field, value == null ? "" : value);
    }
}
