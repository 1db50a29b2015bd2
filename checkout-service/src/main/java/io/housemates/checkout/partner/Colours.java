package io.housemates.checkout.partner;

import java.util.stream.IntStream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The colours of a partner's hosted checkout, each {@code #rrggbb} in lower case.
 *
 * @param primary buttons, links, and what is chosen
 * @param onPrimary text on primary
 * @param background of the page
 * @param text on background
 */
public record Colours(
        @Schema(examples = "#1d4ed8") String primary,
        @Schema(examples = "#ffffff") @JsonProperty("on_primary") String onPrimary,
        @Schema(examples = "#ffffff") String background,
        @Schema(examples = "#1f2937") String text) {

    /** Percent of text in the edge, and of primary in the tint. */
    private static final int EDGE = 62;
    private static final int TINT = 7;

    public static final Colours DEFAULT = new Colours("#1d4ed8", "#ffffff", "#ffffff", "#1f2937");

    /** Of frames of fields: between text and background, and never paler than can be seen. */
    public String edge() {
        return IntStream.rangeClosed(EDGE, 100).mapToObj(percent -> Contrast.mixed(text, background, percent))
                .filter(colour -> Contrast.between(colour, background) >= Contrast.SHAPE).findFirst().orElse(text);
    }

    /** A ground with a breath of primary; less of it, or none, where text on it would be hard to read. */
    public String tint() {
        return IntStream.iterate(TINT, percent -> percent > 0, percent -> percent - 1)
                .mapToObj(percent -> Contrast.mixed(primary, background, percent))
                .filter(colour -> Contrast.between(text, colour) >= Contrast.TEXT).findFirst().orElse(background);
    }

    /** Each colour that is null taken from the default ones. */
    Colours orDefault() {
        return new Colours(primary == null ? DEFAULT.primary : primary, onPrimary == null ? DEFAULT.onPrimary : onPrimary,
                background == null ? DEFAULT.background : background, text == null ? DEFAULT.text : text);
    }
}
