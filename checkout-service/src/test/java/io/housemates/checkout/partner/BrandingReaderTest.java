package io.housemates.checkout.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.InvalidFieldsException;

class BrandingReaderTest {

    static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsTheDocumentedExample() {
        BrandingSettings settings = read(BrandingDocs.EXAMPLE);

        assertThat(settings.colours()).isEqualTo(new Colours("#0b6b3a", "#ffffff", "#fffdf7", "#22301f"));
        assertThat(settings.font()).isEqualTo(Font.HUMANIST);
        assertThat(settings.returnUrl()).isEqualTo("https://northern-rooms.example/booked?from=checkout");
        assertThat(settings.languages()).containsExactly("en", "zh-CN");
    }

    @Test
    void leavesWhatIsBlankToTheDefaults() {
        assertThat(read("""
                {"colours":{"primary":""},"font":"","heading":" ","support_email":"","terms_url":null,"no such":1}""")
                .of("Rooms", null)).isEqualTo(read("{}").of("Rooms", null));
    }

    @Test
    void takesColoursInAnyLetterCase() {
        assertThat(read("{\"colours\":{\"text\":\"#00AAFF\",\"background\":\"#000000\",\"primary\":\"#FFFFFF\","
                + "\"on_primary\":\"#000000\"}}").colours().text()).isEqualTo("#00aaff");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"colours":{"primary":"blue"}}                   | colours.primary | The primary must be a colour in the form #rrggbb.
            {"colours":{"primary":"#fff"}}                   | colours.primary | The primary must be a colour in the form #rrggbb.
            {"colours":{"text":5}}                           | colours.text    | The text must be text.
            {"colours":"red"}                                | colours         | The colours must be an object.
            {"colours":{"text":"#777777"}}                   | colours.text    | The text needs a contrast of 4.5:1 to the background; #777777 on #ffffff has 4.47:1.
            {"colours":{"on_primary":"#1d4ed8"}}             | colours.on_primary | The on primary needs a contrast of 4.5:1 to the primary; #1d4ed8 on #1d4ed8 has 1:1.
            {"colours":{"primary":"#7a7a7a","on_primary":"#000000"}} | colours.primary | The primary needs a contrast of 4.5:1 to the background; #7a7a7a on #ffffff has 4.29:1.
            {"font":"comic"}                                 | font            | The font must be one of geometric, grotesque, humanist, old_style, rounded, system, transitional.
            {"font":7}                                       | font            | The font must be text.
            {"heading":"two\\nlines"}                        | heading         | The heading must be one line.
            {"heading":"a\\u0000b"}                          | heading         | The heading contains characters that are not allowed.
            {"support_email":"help"}                         | support_email   | The support email must be an e-mail address.
            {"terms_url":"http://rooms.example"}             | terms_url       | The terms url must be an https address.
            {"terms_url":"/terms"}                           | terms_url       | The terms url must be an https address.
            {"privacy_url":"javascript:alert(1)"}            | privacy_url     | The privacy url must be an https address.
            {"privacy_url":"https://me:pw@rooms.example"}    | privacy_url     | The privacy url must be an https address.
            {"privacy_url":"https://rooms.example/a b"}      | privacy_url     | The privacy url must be an https address.
            {"return_url":"https://rooms.example/?a=1&result=x"} | return_url  | The return url may not have a query parameter named result: it is ours.
            {"languages":[]}                                 | languages       | The languages must be a list of some of en, es, zh-CN, each once.
            {"languages":["en","en"]}                        | languages       | The languages must be a list of some of en, es, zh-CN, each once.
            {"languages":["fr"]}                             | languages       | The languages must be a list of some of en, es, zh-CN, each once.
            {"languages":"en"}                               | languages       | The languages must be a list of some of en, es, zh-CN, each once.""")
    void saysWhatIsWrong(String body, String field, String message) {
        assertThat(refused(body)).isEqualTo(Map.of(field, List.of(message)));
    }

    @Test
    void boundsTexts() {
        assertThat(refused("{\"heading\":\"%s\",\"support_text\":\"%s\",\"terms_url\":\"https://rooms.example/%s\"}"
                .formatted("h".repeat(81), "t".repeat(501), "p".repeat(2_000))))
                .containsOnlyKeys("heading", "support_text", "terms_url");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        assertThat(refused("""
                {"colours":{"primary":"x","text":"y"},"font":"z","support_email":"?","return_url":"ftp://rooms.example"}"""))
                .containsOnlyKeys("colours.primary", "colours.text", "font", "support_email", "return_url");
    }

    @Test
    void namesEveryBadPair() {
        assertThat(refused("""
                {"colours":{"primary":"#eeeeee","on_primary":"#dddddd","background":"#ffffff","text":"#cccccc"}}"""))
                .containsOnlyKeys("colours.on_primary", "colours.text", "colours.primary");
    }

    @Test
    void takesAnObjectOnly() {
        assertThat(catchThrowableOfType(ApiException.class, () -> read("[]")).error().status()).isEqualTo(400);
    }

    static Map<String, List<String>> refused(String body) {
        return catchThrowableOfType(InvalidFieldsException.class, () -> read(body)).messages();
    }

    static BrandingSettings read(String body) {
        try {
            return BrandingReader.read(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
