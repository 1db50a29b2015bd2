package io.housemates.dashboard.booking;

import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money on a page.
 *
 * @param amount major units with all decimals, as the services write them: 250.00
 * @param currency ISO 4217
 */
record Price(String amount, String currency) {

    /** £250.00, or with the code where the symbol would not be plain: US$250.00. */
    @Override
    public String toString() {
        return Currency.getInstance(currency).getSymbol(Locale.UK) + amount;
    }
}
