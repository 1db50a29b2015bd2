package io.housemates.booking.booking;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.housemates.platform.Money;

/**
 * The dates and prices that were sold, as they were when the checkout started.
 *
 * @param holdingDeposit minor units of the currency
 * @param pricePerWeek minor units of the currency
 * @param currency ISO 4217
 */
@Embeddable
public record BookingPeriod(@Column(name = "period_id") String id, LocalDate startDate, LocalDate endDate, long holdingDeposit,
        long pricePerWeek, String currency) {

    public Money holdingDepositMoney() {
        return new Money(holdingDeposit, currency);
    }

    public Money pricePerWeekMoney() {
        return new Money(pricePerWeek, currency);
    }

    /** Of money that has to be in the booking's own currency. */
    long minorUnits(Money money) {
        if (!money.currency().equals(currency)) {
            throw new IllegalArgumentException("Refunded in another currency");
        }
        return money.amount();
    }
}
