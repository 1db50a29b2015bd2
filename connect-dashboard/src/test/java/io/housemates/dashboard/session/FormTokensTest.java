package io.housemates.dashboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTokensTest {

    private final SessionKey key = SessionKey.random();
    private final FormTokens tokens = new FormTokens(key);

    @Test
    void matchesTheCookieItWasMadeFor() {
        assertThat(tokens.match("cookie", tokens.of("cookie"))).isTrue();
        assertThat(new FormTokens(key).match("cookie", tokens.of("cookie"))).isTrue();
    }

    @Test
    void matchesNothingElse() {
        assertThat(tokens.match("cookie", tokens.of("another cookie"))).isFalse();
        assertThat(tokens.match("cookie", new FormTokens(SessionKey.random()).of("cookie"))).isFalse();
        assertThat(tokens.match("cookie", "cookie")).isFalse();
        assertThat(tokens.match("cookie", "")).isFalse();
        assertThat(tokens.match("cookie", null)).isFalse();
        assertThat(tokens.match(null, tokens.of(""))).isFalse();
    }
}
