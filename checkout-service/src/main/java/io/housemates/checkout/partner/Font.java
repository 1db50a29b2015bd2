package io.housemates.checkout.partner;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The fonts a partner may choose from: stacks of what is on students' devices, so that no page asks anybody for a font. */
public enum Font {

    SYSTEM("system-ui, -apple-system, Segoe UI, Roboto, sans-serif"),
    HUMANIST("Seravek, Gill Sans Nova, Ubuntu, Calibri, DejaVu Sans, source-sans-pro, sans-serif"),
    GEOMETRIC("Avenir, Montserrat, Corbel, URW Gothic, source-sans-pro, sans-serif"),
    ROUNDED("ui-rounded, Hiragino Maru Gothic ProN, Quicksand, Comfortaa, Manjari, Arial Rounded MT Bold, Calibri, sans-serif"),
    GROTESQUE("Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"),
    TRANSITIONAL("Charter, Bitstream Charter, Sitka Text, Cambria, Georgia, serif"),
    OLD_STYLE("Iowan Old Style, Palatino Linotype, URW Palladio L, P052, Georgia, serif");

    private final String stack;

    Font(String stack) {
        this.stack = stack;
    }

    /**
     * The value of CSS's {@code font-family}; without quotes, so that it reads the same in a style sheet and in an attribute.
     */
    public String stack() {
        return stack;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such font */
    @JsonCreator
    public static Font of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
