package io.housemates.dashboard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;

import org.junit.jupiter.api.Test;

class SealTest {

    private static final String KEY = "a key of at least thirty-two bytes";

    private final Seal seal = new Seal(SessionKey.of(KEY));

    @Test
    void opensWhatItClosed() {
        assertThat(seal.open("session", seal.close("session", "secret €"))).contains("secret €");
        assertThat(new Seal(SessionKey.of(KEY)).open("session", seal.close("session", "secret"))).contains("secret");
    }

    @Test
    void hidesTheContentAndNeverClosesTheSameTwice() {
        String sealed = seal.close("session", "secret");

        assertThat(new String(Base64.getUrlDecoder().decode(sealed))).doesNotContain("secret");
        assertThat(seal.close("session", "secret")).isNotEqualTo(sealed);
        assertThat(sealed).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void opensForNoOtherPurposeAndWithNoOtherKey() {
        String sealed = seal.close("session", "secret");

        assertThat(seal.open("notice", sealed)).isEmpty();
        assertThat(new Seal(SessionKey.random()).open("session", sealed)).isEmpty();
    }

    @Test
    void noticesEveryChangedByte() {
        byte[] sealed = Base64.getUrlDecoder().decode(seal.close("session", "secret"));

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(seal.open("session", Base64.getUrlEncoder().encodeToString(changed))).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoSealedTextAtAll() {
        String sealed = seal.close("session", "");

        assertThat(seal.open("session", "")).isEmpty();
        assertThat(seal.open("session", "AAAA")).isEmpty();
        assertThat(seal.open("session", "not base64 !")).isEmpty();
        assertThat(seal.open("session", sealed.substring(0, sealed.length() - 2))).isEmpty();
    }

    @Test
    void wantsAKeyOfThirtyTwoBytes() {
        assertThatThrownBy(() -> SessionKey.of("short")).hasMessageContaining("SESSION_KEY has 5 bytes");
        assertThat(SessionKey.of("x".repeat(32)).derivedFor("cookies")).hasSize(32)
                .isNotEqualTo(SessionKey.of("x".repeat(32)).derivedFor("form tokens"));
    }
}
