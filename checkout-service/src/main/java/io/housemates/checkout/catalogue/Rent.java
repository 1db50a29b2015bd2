package io.housemates.checkout.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import io.housemates.platform.Money;

/** What a stay costs beside its deposit. */
public record Rent(Money pricePerWeek, LocalDate startDate, LocalDate endDate) {

    /** The whole stay: a seventh of the weekly price for each night, rounded once. */
    public Money total() {
        long total = BigDecimal.valueOf(pricePerWeek.amount()).multiply(BigDecimal.valueOf(nights()))
                .divide(BigDecimal.valueOf(7), 0, RoundingMode.HALF_UP).longValueExact();
        return new Money(total, pricePerWeek.currency());
    }

    /** Whole weeks, the nearest. */
    public long weeks() {
        return Math.round(nights() / 7.0);
    }

    private long nights() {
        return ChronoUnit.DAYS.between(startDate, endDate);
    }
}
