package io.housemates.checkout.catalogue;

import static io.housemates.checkout.catalogue.RefusedRowException.require;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

import io.housemates.checkout.payment.Chargeable;
import io.housemates.platform.Money;
import io.housemates.platform.Ulids;
import io.housemates.platform.api.WireDate;

/** The values of a catalogue document's rows as the database keeps them; a wrong one refuses its row. */
final class Values {

    private Values() {
    }

    static String ulid(String id) {
        if (!Ulids.isUlid(require(id, "id"))) {
            throw new RefusedRowException("id is not a ULID.");
        }
        return id;
    }

    static String country(String code) {
        String country = require(code, "address.country").toLowerCase(Locale.ROOT);
        if (!List.of(Locale.getISOCountries()).contains(country.toUpperCase(Locale.ROOT))) {
            throw new RefusedRowException("address.country is not an ISO 3166 code.");
        }
        return country;
    }

    static Currency currency(String code) {
        Currency currency = iso4217(require(code, "currency"));
        if (!Chargeable.isChargeable(currency)) {
            throw new RefusedRowException("currency " + code + " cannot be charged: Stripe counts it otherwise than ISO 4217.");
        }
        return currency;
    }

    /** One that money is counted in: codes like XAU have no decimals at all. */
    private static Currency iso4217(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new RefusedRowException("currency is not an ISO 4217 code.");
    }

    static LocalDate date(String text, String name) {
        try {
            return WireDate.parse(require(text, name));
        } catch (DateTimeException e) {
            throw new RefusedRowException(name + " is not a date like 31-12-2026.");
        }
    }

    /** Minor units that Stripe takes, or 0. */
    static long deposit(String text, String currency, String name) {
        long amount = money(text, currency, name);
        String refusal = Chargeable.refusal(new Money(amount, currency));
        if (refusal != null) {
            throw new RefusedRowException(name + " " + refusal);
        }
        return amount;
    }

    /** Minor units. */
    static long money(String text, String currency, String name) {
        try {
            long amount = Money.ofMajor(require(text, name), currency).amount();
            if (amount < 0) {
                throw new RefusedRowException(name + " is negative.");
            }
            return amount;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new RefusedRowException(name + " is not an amount of money.");
        }
    }
}
