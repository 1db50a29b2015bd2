package io.housemates.booking.booking;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount minor units: 25000 is GBP 250.00
 * @param currency ISO 4217
 */
public record Money(long amount, String currency) {

    /** Major units with all decimals of the currency, as the REST API writes them: 250.00. */
    public String text() {
        return major().toPlainString();
    }

    /** Major units without needless decimals, as events write them: 250, 164.32. */
    public BigDecimal number() {
        BigDecimal number = major().stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private BigDecimal major() {
        return BigDecimal.valueOf(amount, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
