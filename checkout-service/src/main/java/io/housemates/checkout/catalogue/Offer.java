package io.housemates.checkout.catalogue;

import java.time.LocalDate;

import io.housemates.checkout.cancellation.CancellationPolicy;
import io.housemates.platform.Money;

/**
 * A room for a booking period, as it is offered at this moment; a session keeps it and honours it.
 *
 * @param country ISO 3166-1 alpha-2, lower case
 * @param cancellation what comes back of the deposit when the booking is cancelled; null in checkouts that are older than it
 */
public record Offer(String operatorId, String propertyId, String propertyName, String country, String roomId, String roomName,
        String periodId, LocalDate startDate, LocalDate endDate, Money pricePerWeek, Money holdingDeposit,
        CancellationPolicy cancellation) {
}
