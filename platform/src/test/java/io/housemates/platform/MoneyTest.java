package io.housemates.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void isTextWithAllDecimalsOfItsCurrency() {
        assertThat(new Money(25000, "GBP").text()).isEqualTo("250.00");
        assertThat(new Money(5, "AUD").text()).isEqualTo("0.05");
        assertThat(new Money(25000, "JPY").text()).isEqualTo("25000");
    }

    @Test
    void isANumberWithoutNeedlessDecimals() {
        assertThat(new Money(25000, "GBP").number().toString()).isEqualTo("250");
        assertThat(new Money(16432, "GBP").number().toString()).isEqualTo("164.32");
        assertThat(new Money(0, "GBP").number().toString()).isEqualTo("0");
        assertThat(new Money(1000, "JPY").number().toString()).isEqualTo("1000");
    }
}
