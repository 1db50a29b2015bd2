package io.housemates.checkout.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({ "book.northern-rooms.example, book.northern-rooms.example", "Book.Rooms.Example, book.rooms.example",
            "zimmer-m\u00fcnchen.example, xn--zimmer-mnchen-3ob.example",
            "xn--zimmer-mnchen-3ob.example, xn--zimmer-mnchen-3ob.example", "1a.2b.example, 1a.2b.example" })
    void isWhatDnsCallsIt(String given, String host) {
        assertThat(HostName.of(given)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "localhost", "https://rooms.example", "rooms.example:443", "rooms.example/book",
            "rooms.example.",
            ".rooms.example", "rooms..example", "-rooms.example", "rooms-.example", "ro_oms.example", "ro oms.example",
            "127.0.0.1",
            "[::1]", "1.2.3.4.5", "user@rooms.example", "rooms.example?x", "stra\u00dfe.example", "rooms\u3002example" })
    void nothingElseIsAHostName(String given) {
        assertThat(HostName.of(given)).isEmpty();
    }

    @Test
    void labelsAndNamesAreBounded() {
        assertThat(HostName.of("a".repeat(63) + ".example")).isPresent();
        assertThat(HostName.of("a".repeat(64) + ".example")).isEmpty();
        assertThat(HostName.of("a.".repeat(124) + "abcde")).isPresent();
        assertThat(HostName.of("a.".repeat(125) + "abcd")).isEmpty();
    }

    @Test
    void aRequestsHostIsReadWithoutItsPort() {
        assertThat(HostName.ofHeader("Book.Rooms.Example:8080")).isEqualTo("book.rooms.example");
        assertThat(HostName.ofHeader("book.rooms.example.")).isEqualTo("book.rooms.example");
        assertThat(HostName.ofHeader("[::1]:8080")).isEqualTo("[::1]");
    }
}
