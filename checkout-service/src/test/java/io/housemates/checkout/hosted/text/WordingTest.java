package io.housemates.checkout.hosted.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.checkout.catalogue.PostalAddress;
import io.housemates.platform.Money;

class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN    | gb | 1 September 2027
            EN    | us | September 1, 2027
            ES    | gb | 1 de septiembre de 2027
            ES    | es | 1 de septiembre de 2027
            ZH_CN | gb | 2027年9月1日
            ZH_CN | au | 2027年9月1日""")
    void writesDatesAsTheStudentReadsThem(Language language, String country, String date) {
        assertThat(Wording.of(language, country).date(LocalDate.of(2027, 9, 1))).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN    | gb | GBP | £1,250.00
            EN    | au | AUD | $1,250.00 AUD
            EN    | ie | EUR | €1,250.00
            ES    | es | EUR | 1.250,00 €
            ES    | us | USD | $1,250.00 USD
            ZH_CN | gb | GBP | £1,250.00""")
    void writesMoneyWithTheSignThatIsKnownThere(Language language, String country, String currency, String text) {
        assertThat(Wording.of(language, country).money(new Money(125_000, currency))).isEqualTo(text);
    }

    @Test
    void hasNoPenceWhereThereAreNone() {
        assertThat(Wording.of(Language.EN, "jp").money(new Money(125_000, "JPY"))).isEqualTo("¥125,000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gb | 12 Mill Lane; Flat 2; Leeds; West Yorkshire; LS1 4AP
            us | 12 Mill Lane; Flat 2; Leeds West Yorkshire LS1 4AP
            es | 12 Mill Lane; Flat 2; LS1 4AP Leeds; West Yorkshire
            cn | 12 Mill Lane; Flat 2; LS1 4AP Leeds; West Yorkshire""")
    void writesWholeAddressesAsTheirCountryDoes(String country, String lines) {
        var address = new PostalAddress("12 Mill Lane", "Flat 2", "Leeds", "West Yorkshire", "LS1 4AP", country);
        assertThat(String.join("; ", Wording.of(Language.ES, "gb").address(address))).isEqualTo(lines);
    }

    @Test
    void namesCountriesInTheStudentsLanguage() {
        assertThat(Wording.of(Language.ES, "gb").country("gb")).isEqualTo("Reino Unido");
        assertThat(Wording.of(Language.ZH_CN, "gb").country("gb")).isEqualTo("英国");
    }
}
