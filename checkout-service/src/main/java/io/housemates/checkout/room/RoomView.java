package io.housemates.checkout.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.vertx.mutiny.sqlclient.Row;

/**
 * A room as the REST API shows it; wire format: api-contract, section Rooms.
 *
 * @param maxRoomsLeft units left in the period that has most of them left
 * @param isAvailable whether anything is left in any period
 * @param price of its cheapest period, per week, major units of {@code currency}
 * @param totalPrice of that whole period: a seventh of the weekly price for each night
 * @param bookingPeriods those on sale, the earliest first
 */
@JsonNaming(SnakeCaseStrategy.class)
record RoomView(String id, UUID operatorId, String name, int maxRoomsLeft, boolean isAvailable, String price, String totalPrice,
        String currency, Address address, Property property, List<PeriodView> bookingPeriods, List<?> images,
        Map<String, Object> amenities, List<?> universities) {

    /** @param country ISO 3166-1 alpha-2, lower case */
    @JsonNaming(SnakeCaseStrategy.class)
    record Address(String firstLine, @Schema(nullable = true) String secondLine, String city,
            @Schema(nullable = true) String region, String postcode, String country) {
    }

    record Property(String id, String name, String slug) {
    }

    /** @param periods at least one */
    static RoomView from(Row room, List<PeriodOnSale> periods) {
        PeriodOnSale cheapest = periods.stream().min(PeriodOnSale.CHEAPEST_FIRST).orElseThrow();
        int left = periods.stream().mapToInt(PeriodOnSale::left).max().orElse(0);
        return new RoomView(room.getString("id"), room.getUUID("operator_id"), room.getString("name"), left, left > 0,
                cheapest.pricePerWeek().text(), cheapest.total().text(), room.getString("currency"), address(room),
                new Property(room.getString("property_id"), room.getString("property_name"), room.getString("slug")),
                periods.stream().map(PeriodView::from).toList(), room.getJsonArray("images").getList(), amenities(room),
                room.getJsonArray("universities").getList());
    }

    private static Address address(Row room) {
        return new Address(room.getString("first_line"), room.getString("second_line"), room.getString("property_city"),
                room.getString("region"), room.getString("postcode"), room.getString("property_country"));
    }

    /** Clients read the general ones without asking whether there are any. */
    private static Map<String, Object> amenities(Row room) {
        Map<String, Object> amenities = new LinkedHashMap<>(room.getJsonObject("amenities").getMap());
        amenities.putIfAbsent("general", List.of());
        return amenities;
    }
}
