package io.housemates.checkout.room;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prices from and to, either one null where the range is open: {@code 100-200}, {@code 100,200}, {@code 100-}, {@code -200}.
 */
record PriceRange(BigDecimal from, BigDecimal to) {

    static final PriceRange ANY = new PriceRange(null, null);

    private static final String AMOUNT = "(\\d{1,9}(?:\\.\\d{1,3})?)?";
    private static final Pattern RANGE = Pattern.compile(AMOUNT + "\\s*[-,]\\s*" + AMOUNT);

    /** @throws IllegalArgumentException when the text is no such range, or one that nothing is in */
    static PriceRange of(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        var range = new PriceRange(amount(matcher.group(1)), amount(matcher.group(2)));
        if (range.from != null && range.to != null && range.from.compareTo(range.to) > 0) {
            throw new IllegalArgumentException(text);
        }
        return range;
    }

    private static BigDecimal amount(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
