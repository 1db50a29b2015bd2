package io.housemates.checkout.room;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What a partner looks for; null where it does not matter.
 *
 * @param city any letter case
 * @param minPrice per week, major units of each room's own currency, inclusive
 * @param maxPrice inclusive
 * @param moveInFrom first day on which a period may start
 * @param moveInTo last such day
 * @param country ISO 3166-1 alpha-2, lower case
 * @param university name, any letter case
 * @param sorts directions by what to sort, in order of precedence; the cheapest first where empty
 */
record RoomSearch(String city, BigDecimal minPrice, BigDecimal maxPrice, LocalDate moveInFrom, LocalDate moveInTo,
        String country, UUID operatorId, String propertyId, String university, Map<RoomSort, Direction> sorts) {

    enum Direction {
        ASC,
        DESC
    }
}
