package io.housemates.checkout.room;

import java.time.LocalDate;
import java.util.Comparator;

import io.housemates.checkout.catalogue.Rent;
import io.housemates.platform.Money;
import io.vertx.mutiny.sqlclient.Row;

/** A booking period on sale, and how many of its units are left at this moment. */
record PeriodOnSale(String roomId, String id, LocalDate startDate, LocalDate endDate, Money pricePerWeek, Money holdingDeposit,
        int maximumBookings, int left) {

    static final Comparator<PeriodOnSale> CHEAPEST_FIRST = Comparator
            .<PeriodOnSale> comparingLong(period -> period.pricePerWeek.amount()).thenComparing(PeriodOnSale::startDate);

    static PeriodOnSale of(Row row) {
        String currency = row.getString("currency");
        return new PeriodOnSale(row.getString("room_id"), row.getString("id"), row.getLocalDate("start_date"),
                row.getLocalDate("end_date"), new Money(row.getLong("price_per_week"), currency),
                new Money(row.getLong("holding_deposit"), currency), row.getInteger("maximum_bookings"),
                row.getInteger("units_left"));
    }

    /** The rent of the whole stay. */
    Money total() {
        return new Rent(pricePerWeek, startDate, endDate).total();
    }
}
