package io.housemates.checkout.payment;

import java.util.Currency;
import java.util.Map;
import java.util.Set;

import io.housemates.platform.Money;

/** What Stripe can charge, and we with it. Source: Stripe, "Supported currencies". */
public final class Chargeable {

    /** Stripe counts them in other units than ISO 4217 does, so that our amounts would be wrong by a hundred. */
    private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX", "MGA");

    /** Of three decimals Stripe takes only two, which shares of an amount do not keep to. */
    private static final int MOST_DECIMALS = 2;

    /** Minor units; where Stripe names none, it alone decides. */
    private static final Map<String, Long> LEAST = Map.ofEntries(Map.entry("AED", 200L), Map.entry("AUD", 50L),
            Map.entry("BRL", 50L), Map.entry("CAD", 50L), Map.entry("CHF", 50L), Map.entry("CZK", 1_500L),
            Map.entry("DKK", 250L), Map.entry("EUR", 50L), Map.entry("GBP", 30L), Map.entry("HKD", 400L),
            Map.entry("HUF", 17_500L), Map.entry("INR", 50L), Map.entry("JPY", 50L), Map.entry("MXN", 1_000L),
            Map.entry("MYR", 200L), Map.entry("NOK", 300L), Map.entry("NZD", 50L), Map.entry("PLN", 200L),
            Map.entry("RON", 200L), Map.entry("SEK", 300L), Map.entry("SGD", 50L), Map.entry("THB", 1_000L),
            Map.entry("USD", 50L));

    /** Eight digits. */
    private static final long MOST = 99_999_999;

    /** More digits are taken where a unit is worth little. */
    private static final Set<String> WITHOUT_MOST = Set.of("HUF", "INR", "JPY");

    private Chargeable() {
    }

    public static boolean isChargeable(Currency currency) {
        return currency.getDefaultFractionDigits() <= MOST_DECIMALS
                && !COUNTED_OTHERWISE.contains(currency.getCurrencyCode());
    }

    /** Why the amount could not be charged; null where it can be, or where only Stripe knows. */
    public static String refusal(Money money) {
        Long least = LEAST.get(money.currency());
        if (least == null || money.amount() == 0) {
            return null;
        }
        if (money.amount() < least) {
            return "is less than can be charged, " + new Money(least, money.currency()).text() + ".";
        }
        return money.amount() <= MOST || WITHOUT_MOST.contains(money.currency()) ? null
                : "is more than can be charged, " + new Money(MOST, money.currency()).text() + ".";
    }
}
