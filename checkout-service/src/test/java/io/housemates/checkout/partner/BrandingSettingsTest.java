package io.housemates.checkout.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class BrandingSettingsTest {

    static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void fillsInEverythingNotSet() throws JsonProcessingException {
        Branding branding = JSON.readValue("{}", BrandingSettings.class).of("Northern Rooms", null);

        assertThat(branding)
                .isEqualTo(new Branding(null, Colours.DEFAULT, Font.SYSTEM, "Northern Rooms", null, null, null, null,
                        null, Branding.LANGUAGES));
    }

    @Test
    void keepsWhatIsSet() throws JsonProcessingException {
        Branding branding = JSON.readValue("""
                {"colours":{"primary":"#006633"},"font":"old_style","heading":"Rooms","languages":["es"]}""",
                BrandingSettings.class).of("Northern Rooms", "/logo");

        assertThat(branding.colours()).isEqualTo(new Colours("#006633", "#ffffff", "#ffffff", "#1f2937"));
        assertThat(branding.font()).isEqualTo(Font.OLD_STYLE);
        assertThat(branding.heading()).isEqualTo("Rooms");
        assertThat(branding.languages()).containsExactly("es");
        assertThat(branding.logoUrl()).isEqualTo("/logo");
    }

    @ParameterizedTest
    @EnumSource(Font.class)
    void fontsNeedNoQuotesAndEndInAGenericFamily(Font font) {
        assertThat(font.stack()).matches("(?:-?[A-Za-z][\\w-]*(?: [A-Za-z][\\w-]*)*, )+(?:sans-)?serif");
    }
}
