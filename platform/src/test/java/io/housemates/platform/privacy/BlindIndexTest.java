package io.housemates.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindIndexTest {

    private static final BlindIndex index = BlindIndex.of(Keysets.prf(1));

    @ParameterizedTest
    @CsvSource({ "Zo\u00eb,ZOE", "Zoe\u0308,zo\u00eb", "O\u2019Neill,o'neill", "O\u00b4Neill,O`Neill", "Stra\u00dfe,STRASSE",
            "\uff4a\uff41\uff4e\uff45\uff20example.com,Jane@Example.com", "Jane\u00a0 Doe,jane doe", "\u0130lker,ilker",
            "\u0141ukasz,\u0142ukasz", "\ufb01nn,finn" })
    void takesForTheSameWhatPeopleTakeForTheSame(String filed, String typed) {
        assertThat(index.tokens(List.of("partner"), typed)).containsExactly(index.token("partner", filed));
    }

    @ParameterizedTest
    @CsvSource({ "Jane,Janet", "Jane Doe,JaneDoe", "jane@example.com,jane@example.org", "\u304c,\u304b",
            "\u0915\u0940,\u0915\u0941" })
    void tellsApartWhatIsNotTheSame(String one, String other) {
        assertThat(index.token("partner", one)).isNotEqualTo(index.token("partner", other));
    }

    @Test
    void comparesNothingBetweenPartners() {
        assertThat(index.token("one", "jane@example.com")).isNotEqualTo(index.token("other", "jane@example.com"));
        assertThat(index.tokens(List.of("one", "other"), "jane@example.com"))
                .containsExactly(index.token("one", "jane@example.com"), index.token("other", "jane@example.com"));
    }

    @Test
    void findsWhatAnOlderKeyFiledAndTellsThatItDid() {
        BlindIndex rotated = BlindIndex.of(Keysets.prf(1, 2));
        assertThat(rotated.tokens(List.of("partner"), "Jane")).contains(index.token("partner", "jane"));
        assertThat(rotated.token("partner", "Jane")).isNotEqualTo(index.token("partner", "Jane"));
        assertThat(rotated.mark()).isNotEqualTo(index.mark()).isEqualTo(BlindIndex.of(Keysets.prf(2)).mark());
    }
}
