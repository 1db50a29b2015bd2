package io.housemates.checkout.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

class PriceRangeTest {

    @Test
    void readsARangeWithEitherSeparatorAndOpenEnds() {
        assertThat(PriceRange.of("100-200")).isEqualTo(range("100", "200"));
        assertThat(PriceRange.of("100,200.50")).isEqualTo(range("100", "200.50"));
        assertThat(PriceRange.of("100 - 100")).isEqualTo(range("100", "100"));
        assertThat(PriceRange.of("100-")).isEqualTo(range("100", null));
        assertThat(PriceRange.of(",200")).isEqualTo(range(null, "200"));
        assertThat(PriceRange.of("-")).isEqualTo(PriceRange.ANY);
    }

    @Test
    void refusesWhatIsNoRange() {
        for (String text : List.of("100", "a-b", "200-100", "1e9-", "100--200", "100-200-300", "1".repeat(10) + "-")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> PriceRange.of(text));
        }
    }

    private static PriceRange range(String from, String to) {
        return new PriceRange(from == null ? null : new BigDecimal(from), to == null ? null : new BigDecimal(to));
    }
}
