package io.housemates.checkout.room;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.housemates.platform.api.WireDate;

/**
 * A booking period as the REST API shows it; wire format: api-contract, section Rooms.
 *
 * @param startDate DD-MM-YYYY
 * @param endDate DD-MM-YYYY
 * @param holdingDeposit what is charged at checkout, major units of the room's currency
 * @param pricePerWeek major units of the room's currency
 * @param maximumBookings units that there are, sold ones included
 * @param isAvailable whether a checkout can be started at this moment
 */
@JsonNaming(SnakeCaseStrategy.class)
record PeriodView(String id, String startDate, String endDate, String holdingDeposit, String pricePerWeek, int maximumBookings,
        boolean isAvailable) {

    static PeriodView from(PeriodOnSale period) {
        return new PeriodView(period.id(), WireDate.text(period.startDate()),
                WireDate.text(period.endDate()), period.holdingDeposit().text(), period.pricePerWeek().text(),
                period.maximumBookings(), period.left() > 0);
    }
}
