package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyBackTest {

    @Test
    void isKnownByTheReasonThatTheRefundKeeps() {
        for (MoneyBack why : MoneyBack.values()) {
            assertThat(MoneyBack.of(why.reason())).isEqualTo(why);
        }
    }

    @Test
    void isNotGuessed() {
        assertThat(MoneyBack.of("refunded at Stripe")).isEqualTo(MoneyBack.OTHERWISE);
        assertThat(MoneyBack.of(null)).isEqualTo(MoneyBack.OTHERWISE);
    }
}
