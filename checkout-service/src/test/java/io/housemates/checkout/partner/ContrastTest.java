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

    @Test
    void isEnoughForTheDefaultColours() {
        Colours colours = Colours.DEFAULT;
        assertThat(Contrast.between(colours.primary(), colours.onPrimary())).isGreaterThan(Contrast.TEXT);
        assertThat(Contrast.between(colours.background(), colours.text())).isGreaterThan(Contrast.TEXT);
        assertThat(Contrast.between(colours.primary(), colours.background())).isGreaterThan(Contrast.SHAPE);
    }
}
