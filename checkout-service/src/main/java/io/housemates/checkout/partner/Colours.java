package io.housemates.checkout.partner;

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

    public static final Colours DEFAULT = new Colours("#1d4ed8", "#ffffff", "#ffffff", "#1f2937");

    /** Each colour that is null taken from the default ones. */
    Colours orDefault() {
        return new Colours(primary == null ? DEFAULT.primary : primary, onPrimary == null ? DEFAULT.onPrimary : onPrimary,
                background == null ? DEFAULT.background : background, text == null ? DEFAULT.text : text);
    }
}
