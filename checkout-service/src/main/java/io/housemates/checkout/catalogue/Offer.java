package io.housemates.checkout.catalogue;

import java.time.LocalDate;

import io.housemates.platform.Money;

/**
 * A room for a booking period, as it is offered at this moment; a session keeps it and honours it.
 *
 * @param country ISO 3166-1 alpha-2, lower case
 */
public record Offer(String operatorId, String propertyId, String propertyName, String country, String roomId, String roomName,
        String periodId, LocalDate startDate, LocalDate endDate, Money pricePerWeek, Money holdingDeposit) {
}
