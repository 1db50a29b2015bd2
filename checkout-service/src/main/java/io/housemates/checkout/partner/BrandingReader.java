package io.housemates.checkout.partner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.checkout.details.Fields;
import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.InvalidFieldsException;

/** Makes {@link BrandingSettings} of a request body, or names everything that is wrong with it. */
final class BrandingReader {

    private static final int HEADING = 80;
    private static final int SUPPORT_TEXT = 500;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Set<String> FONTS = Stream.of(Font.values()).map(Font::wireName).collect(Collectors.toSet());

    private final JsonNode body;
    private final Map<String, List<String>> messages = new LinkedHashMap<>();
    private final Fields fields;

    private BrandingReader(JsonNode body) {
        this.body = body;
        this.fields = new Fields(body, messages);
    }

    /**
     * What is absent, null or blank is left to the defaults; unknown members are ignored.
     *
     * @throws InvalidFieldsException naming every wrong field
     */
    static BrandingSettings read(JsonNode body) {
        if (!body.isObject()) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
        return new BrandingReader(body).read();
    }

    private BrandingSettings read() {
        var settings = new BrandingSettings(colours(), font(), heading(), text("support_text", SUPPORT_TEXT), supportEmail(),
                link("terms_url"), link("privacy_url"), returnUrl(), languages());
        if (!messages.isEmpty()) {
            throw new InvalidFieldsException(messages);
        }
        return settings;
    }

    private Colours colours() {
        Optional<Fields> object = fields.object("colours", false);
        if (object.isEmpty()) {
            return null;
        }
        Fields colours = object.get();
        var chosen = new Colours(colour(colours, "primary"), colour(colours, "on_primary"), colour(colours, "background"),
                colour(colours, "text"));
        if (messages.isEmpty()) {
            tellApart(colours, chosen.orDefault());
        }
        return chosen;
    }

    private String colour(Fields colours, String name) {
        if (isBlank(body.path("colours").path(name))) {
            return null;
        }
        String colour = colours.text(name, 100);
        if (colour == null || COLOUR.matcher(colour.toLowerCase(Locale.ROOT)).matches()) {
            return colour == null ? null : colour.toLowerCase(Locale.ROOT);
        }
        return colours.wrong(name, "must be a colour in the form #rrggbb.");
    }

    private static void tellApart(Fields fields, Colours colours) {
        require(fields, "on_primary", colours.onPrimary(), "primary", colours.primary(), Contrast.TEXT);
        require(fields, "text", colours.text(), "background", colours.background(), Contrast.TEXT);
        require(fields, "primary", colours.primary(), "background", colours.background(), Contrast.TEXT);
    }

    private static void require(Fields fields, String name, String colour, String other, String under, double least) {
        double ratio = Contrast.between(colour, under);
        if (ratio < least) {
            fields.wrong(name, "needs a contrast of " + Contrast.text(least) + " to the " + other + "; " + colour + " on "
                    + under + " has " + Contrast.text(ratio) + ".");
        }
    }

    private Font font() {
        String name = isBlank(body.path("font")) ? null : fields.oneOf("font", FONTS);
        return name == null ? null : Font.of(name);
    }

    private String heading() {
        String heading = text("heading", HEADING);
        return heading == null || heading.lines().count() == 1 ? heading : fields.wrong("heading", "must be one line.");
    }

    private String supportEmail() {
        return isBlank(body.path("support_email")) ? null : fields.email("support_email");
    }

    private String returnUrl() {
        String link = link("return_url");
        return link == null || !ReturnLinks.carriesResult(link) ? link
                : fields.wrong("return_url", "may not have a query parameter named result: it is ours.");
    }

    private String link(String name) {
        String link = text(name, Links.LONGEST);
        return link == null || Links.isHttps(link) ? link : fields.wrong(name, "must be an https address.");
    }

    private String text(String name, int max) {
        return isBlank(body.path(name)) ? null : fields.text(name, max);
    }

    private List<String> languages() {
        JsonNode list = body.path("languages");
        if (list.isMissingNode() || list.isNull()) {
            return null;
        }
        List<String> languages = new ArrayList<>();
        list.forEach(language -> languages.add(language.asText()));
        boolean known = list.isArray() && !languages.isEmpty() && Branding.LANGUAGES.containsAll(languages)
                && Set.copyOf(languages).size() == languages.size();
        return known ? languages
                : fields.wrong("languages", "must be a list of some of " + String.join(", ", Branding.LANGUAGES)
                        + ", each once.");
    }

    private static boolean isBlank(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isTextual() && value.textValue().isBlank();
    }
}
