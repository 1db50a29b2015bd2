package io.housemates.dispatcher.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class HeaderRulesTest {

    @Test
    void boundsWhatAllHeadersTakeTogether() {
        String longest = "x".repeat(2_000);
        assertThat(HeaderRules.broken(Map.of("X-A", longest, "X-B", longest))).isEmpty();
        assertThat(HeaderRules.broken(Map.of("X-A", longest, "X-B", longest, "X-C", longest)))
                .containsExactly("Must be at most 6000 characters together.");
    }
}
