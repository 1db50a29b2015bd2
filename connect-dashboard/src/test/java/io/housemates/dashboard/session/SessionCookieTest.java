package io.housemates.dashboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");

    private final SessionKey key = SessionKey.random();
    private final FormTokens formTokens = new FormTokens(key);

    @Test
    void carriesASessionToAnyReplica() {
        String value = at(NOW).write("01K4", "token:with,any.printable");

        assertThat(at(NOW.plusSeconds(60)).read(value))
                .contains(new Session("01K4", "token:with,any.printable", formTokens.of(value)));
    }

    @Test
    void isOverAfterItsLifetime() {
        String value = at(NOW).write("01K4", "token");

        assertThat(at(NOW.plus(SessionCookie.LIFETIME).minusSeconds(1)).read(value)).isPresent();
        assertThat(at(NOW.plus(SessionCookie.LIFETIME)).read(value)).isEmpty();
        assertThat(at(NOW.plus(Duration.ofDays(9))).read(value)).isEmpty();
    }

    @Test
    void holdsNothingThatWasSealedForAnotherCookie() {
        assertThat(at(NOW).read(new Seal(key).close("connect_notice", "99999999999\n01K4\ntoken"))).isEmpty();
    }

    @Test
    void keepsTheTokenOutOfLogs() {
        assertThat(new Session("01K4", "token", "form")).hasToString("Session[01K4]");
    }

    private SessionCookie at(Instant now) {
        return new SessionCookie(new Seal(key), formTokens, Clock.fixed(now, ZoneOffset.UTC));
    }
}
