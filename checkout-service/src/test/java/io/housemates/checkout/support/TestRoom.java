package io.housemates.checkout.support;

import static org.hamcrest.Matchers.empty;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.ulid.UlidCreator;

/** A room with one booking period, imported for one test. */
public record TestRoom(String id, String periodId, String operatorId) {

    public static TestRoom withUnits(int units) {
        return create("gb", "GBP", "250.00", units);
    }

    public static TestRoom create(String country, String currency, String deposit, int units) {
        var room = new TestRoom(ulid(), ulid(), UUID.randomUUID().toString());
        String property = ulid();
        Admin.request().body(Map.of(
                "operators", List.of(Map.of("id", room.operatorId, "name", "Operator")),
                "properties", List.of(Map.of("id", property, "operator_id", room.operatorId, "name", "Mill House", "slug",
                        "mill-house", "address", Map.of("first_line", "1 Mill Lane", "city", "Manchester", "postcode",
                                "M1 1AA", "country", country))),
                "rooms", List.of(Map.of("id", room.id, "property_id", property, "name", "Classic Studio", "currency", currency,
                        "booking_periods", List.of(Map.of("id", room.periodId, "start_date", "01-09-2027", "end_date",
                                "30-06-2028", "price_per_week", "164.32", "holding_deposit", deposit, "maximum_bookings",
                                units))))))
                .put("/admin/catalogue").then().statusCode(200).body("data.refused", empty());
        return room;
    }

    private static String ulid() {
        return UlidCreator.getUlid().toString();
    }
}
