package io.housemates.localstack.stripe.payment;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;

import io.housemates.localstack.stripe.http.Form;
import io.housemates.localstack.stripe.http.StripeError;

/**
 * An amount that Stripe would charge.
 *
 * @param amount in the currency's minor unit
 * @param currency ISO 4217, lower case
 */
record Money(long amount, String currency) {

    private static final long MOST = 99_999_999;
    /** Stripe's minimum charge per currency; others are taken as 50. */
    private static final Map<String, Long> LEAST = Map.of("gbp", 30L, "dkk", 250L, "nok", 300L, "sek", 300L, "aed", 200L,
            "chf", 50L, "hkd", 400L, "mxn", 1000L, "pln", 200L);

    /** Reads {@code amount} and {@code currency}; both are required. */
    static Money in(Form form) {
        form.requireText("amount");
        form.requireText("currency");
        return in(form, null);
    }

    /** Reads {@code amount} and {@code currency}, each left as it was when absent. */
    static Money in(Form form, Money before) {
        long amount = form.integer("amount").orElseGet(() -> before.amount);
        String currency = form.text("currency").map(Money::checked).orElseGet(() -> before.currency);
        if (amount < 1) {
            throw StripeError.badParameter("parameter_invalid_integer", "amount",
                    "This value must be greater than or equal to 1.");
        }
        if (amount < LEAST.getOrDefault(currency, 50L)) {
            throw StripeError.badParameter("amount_too_small", "amount", "Amount must be at least "
                    + LEAST.getOrDefault(currency, 50L) + " in the minor unit of " + currency + ".");
        }
        if (amount > MOST) {
            throw StripeError.badParameter("amount_too_large", "amount", "Amount must be no more than " + MOST + ".");
        }
        return new Money(amount, currency);
    }

    private static String checked(String currency) {
        try {
            return Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getCurrencyCode().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw StripeError.invalid("currency", "Invalid currency: " + currency + ".");
        }
    }
}
