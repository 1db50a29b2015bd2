package io.housemates.checkout.support;

import static org.hamcrest.Matchers.empty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.ulid.UlidCreator;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** A catalogue document of one property in a city of its own, to be changed and imported. */
public final class Catalogue {

    public final String operatorId = UUID.randomUUID().toString();
    public final String propertyId = ulid();
    /** Nobody else's, so that searches in it find only these rooms. */
    public final String city = "City " + propertyId;
    public final List<Map<String, Object>> rooms = new ArrayList<>();

    public static String ulid() {
        return UlidCreator.getUlid().toString();
    }

    /** Adds a room without periods and gives its id. */
    public String room(String name) {
        rooms.add(new HashMap<>(Map.of("id", ulid(), "property_id", propertyId, "name", name, "currency", "GBP",
                "images", List.of("https://example.com/1.jpg"), "amenities", Map.of("general", List.of("Desk")),
                "universities", List.of("University of " + city), "booking_periods", new ArrayList<>())));
        return (String) last().get("id");
    }

    /** Adds a period to the latest room and gives its id. */
    public String period(String start, String end, String pricePerWeek, int units) {
        var period = new HashMap<String, Object>(Map.of("id", ulid(), "start_date", start, "end_date", end, "price_per_week",
                pricePerWeek, "holding_deposit", "250.00", "maximum_bookings", units));
        periods().add(period);
        return (String) period.get("id");
    }

    public Map<String, Object> last() {
        return rooms.get(rooms.size() - 1);
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> periods() {
        return (List<Map<String, Object>>) last().get("booking_periods");
    }

    public ValidatableResponse put() {
        return answer().then().statusCode(200);
    }

    public Response answer() {
        return Admin.request().body(Map.of("operators", List.of(Map.of("id", operatorId, "name", "Operator")),
                "properties", List.of(Map.of("id", propertyId, "operator_id", operatorId, "name", "Mill House", "slug",
                        "mill-house", "address", Map.of("first_line", "1 Mill Lane", "city", city, "postcode", "M1 1AA",
                                "country", "GB"))),
                "rooms", rooms)).put("/admin/catalogue");
    }

    public void imported() {
        put().body("data.refused", empty());
    }
}
