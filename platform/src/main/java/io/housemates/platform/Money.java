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

    /** More than a long holds even without decimals. */
    private static final int TOO_MANY_DIGITS = 19;

    /**
     * Reads an amount in major units as the REST API writes it, for example {@code "164.32"}.
     *
     * @throws ArithmeticException when it has more decimals than the currency, or more digits than money has
     * @throws IllegalArgumentException when it is not a number or the currency is unknown
     */
    public static Money ofMajor(String amount, String currency) {
        return ofMajor(new BigDecimal(amount), currency);
    }

    /**
     * The same of a number as events carry it.
     *
     * @throws ArithmeticException when it has more decimals than the currency, or more digits than money has
     * @throws IllegalArgumentException when the currency is unknown
     */
    public static Money ofMajor(BigDecimal amount, String currency) {
        // asked of the exponent, because 1e999999999 written out would fill the memory
        if (amount.precision() - (long) amount.scale() >= TOO_MANY_DIGITS) {
            throw new ArithmeticException("more digits than money has");
        }
        return new Money(amount.movePointRight(decimals(currency)).longValueExact(), currency);
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
