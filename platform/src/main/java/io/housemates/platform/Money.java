package io.housemates.platform;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount minor units: 25000 is GBP 250.00, 25000 is JPY 25000
 * @param currency ISO 4217, upper case
 */
public record Money(long amount, String currency) {

    /**
     * Reads an amount in major units as the REST API writes it, for example {@code "164.32"}.
     *
     * @throws ArithmeticException when it has more decimals than the currency
     * @throws IllegalArgumentException when it is not a number or the currency is unknown
     */
    public static Money ofMajor(String amount, String currency) {
        return new Money(new BigDecimal(amount).movePointRight(decimals(currency)).longValueExact(), currency);
    }

    /** Major units with the currency's decimals: {@code 250.00}. */
    public BigDecimal major() {
        return BigDecimal.valueOf(amount, decimals(currency));
    }

    /** What the REST API shows: {@code "250.00"}. */
    public String text() {
        return major().toPlainString();
    }

    /** What events carry: major units without needless decimals, 250 and 164.32. */
    public BigDecimal number() {
        BigDecimal number = major().stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
