package io.housemates.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void isTextWithAllDecimalsOfItsCurrency() {
        assertThat(new Money(25000, "GBP").text()).isEqualTo("250.00");
        assertThat(new Money(5, "AUD").text()).isEqualTo("0.05");
        assertThat(new Money(25000, "JPY").text()).isEqualTo("25000");
    }

    @Test
    void isReadOfMajorUnits() {
        assertThat(Money.ofMajor("164.32", "GBP")).isEqualTo(new Money(16432, "GBP"));
        assertThat(Money.ofMajor(new BigDecimal("2.5e2"), "GBP")).isEqualTo(new Money(25000, "GBP"));
        assertThat(Money.ofMajor("25000", "JPY")).isEqualTo(new Money(25000, "JPY"));
        assertThat(Money.ofMajor("0e-9", "GBP")).isEqualTo(new Money(0, "GBP"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1e999999999", "-1e999999999", "0e999999999", "1e-999999999", "1e19", "99999999999999999999",
            "0.001",
            "1e-2147483647", "1e2147483647" })
    void isNothingThatALongCannotHold(String amount) {
        assertThatThrownBy(() -> Money.ofMajor(amount, "GBP")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isANumberWithoutNeedlessDecimals() {
        assertThat(new Money(25000, "GBP").number().toString()).isEqualTo("250");
        assertThat(new Money(16432, "GBP").number().toString()).isEqualTo("164.32");
        assertThat(new Money(0, "GBP").number().toString()).isEqualTo("0");
        assertThat(new Money(1000, "JPY").number().toString()).isEqualTo("1000");
    }
}
