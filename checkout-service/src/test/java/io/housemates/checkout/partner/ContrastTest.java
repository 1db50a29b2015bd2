package io.housemates.checkout.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {

    /** Ratios that WCAG's own pages and WebAIM's checker give. */
    @ParameterizedTest
    @CsvSource({ "#000000, #ffffff, 21", "#ffffff, #ffffff, 1", "#767676, #ffffff, 4.54", "#777777, #ffffff, 4.48",
            "#ff0000, #ffffff, 4.00", "#0000ff, #ffffff, 8.59", "#949494, #ffffff, 3.03" })
    void isWhatTheStandardSays(String one, String other, double ratio) {
        assertThat(Contrast.between(one, other)).isCloseTo(ratio, within(0.005)).isEqualTo(Contrast.between(other, one));
    }

    @Test
    void isNeverToldBetterThanItIs() {
        assertThat(Contrast.text(4.4999)).isEqualTo("4.49:1");
        assertThat(Contrast.text(4.5)).isEqualTo("4.5:1");
        assertThat(Contrast.text(21)).isEqualTo("21:1");
    }

    /** Whatever pairs are let through, just or easily: frames are seen, and text on the tinted ground is read. */
    @ParameterizedTest
    @CsvSource({ "#000000, #ffffff, #767676", "#767676, #ffffff, #767676", "#ffffff, #767676, #ffffff",
            "#757575, #000000, #ffffff", "#000000, #00ffff, #777700", "#1f2937, #ffffff, #1d4ed8", "#f2f4f7, #111820, #8ecbff",
            "#6f6f6f, #f8f8f8, #0000ff", "#0000ff, #c0c0c0, #000000" })
    void isKeptByTheColoursInBetween(String text, String background, String primary) {
        var colours = new Colours(primary, background, background, text);
        assertThat(Contrast.between(text, background)).isGreaterThan(Contrast.TEXT);
        assertThat(Contrast.between(colours.edge(), background)).isGreaterThanOrEqualTo(Contrast.SHAPE);
        assertThat(Contrast.between(text, colours.tint())).isGreaterThanOrEqualTo(Contrast.TEXT);
    }

    @Test
    void mixesAsStyleSheetsDo() {
        assertThat(Contrast.mixed("#1f2937", "#ffffff", 62)).isEqualTo("#747a83");
        assertThat(Colours.DEFAULT.edge()).isEqualTo("#747a83");
        assertThat(Colours.DEFAULT.tint()).isEqualTo("#eff3fc");
    }

    @Test
    void isEnoughForTheDefaultColours() {
        Colours colours = Colours.DEFAULT;
        assertThat(Contrast.between(colours.primary(), colours.onPrimary())).isGreaterThan(Contrast.TEXT);
        assertThat(Contrast.between(colours.background(), colours.text())).isGreaterThan(Contrast.TEXT);
        assertThat(Contrast.between(colours.primary(), colours.background())).isGreaterThan(Contrast.TEXT);
    }
}
