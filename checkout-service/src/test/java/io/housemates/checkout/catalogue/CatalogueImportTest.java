package io.housemates.checkout.catalogue;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.restassured.response.ValidatableResponse;

@CheckoutTest
class CatalogueImportTest {

    String operator = UUID.randomUUID().toString();
    Map<String, Object> property = new HashMap<>(Map.of("id", ulid(), "operator_id", operator, "name", "Mill House", "slug",
            "mill-house", "address",
            Map.of("first_line", "1 Mill Lane", "city", "Leeds", "postcode", "LS1 4AP", "country", "GB")));
    Map<String, Object> period = new HashMap<>(Map.of("id", ulid(), "start_date", "01-09-2027", "end_date", "30-06-2028",
            "price_per_week", "164.32", "holding_deposit", "250.00", "maximum_bookings", 12));
    List<Object> periods = new ArrayList<>(List.of(period));
    Map<String, Object> room = new HashMap<>(Map.of("id", ulid(), "property_id", property.get("id"), "name", "Studio",
            "currency", "GBP", "images", List.of("https://example.com/1.jpg"), "amenities", Map.of("general", List.of("Desk")),
            "booking_periods", periods));

    @Test
    void takesADocumentAsOftenAsItIsSent() {
        for (int i = 0; i < 2; i++) {
            put().statusCode(200).body("data.refused", empty())
                    .body("data.accepted.operators", equalTo(1)).body("data.accepted.properties", equalTo(1))
                    .body("data.accepted.rooms", equalTo(1)).body("data.accepted.booking_periods", equalTo(1));
        }
    }

    @Test
    void keepsGoingPastRowsItMustRefuse() {
        for (var wrong : List.of(Map.of("start_date", "2027-09-01"), Map.of("start_date", "01-09--2027"),
                Map.of("end_date", "01-01-2027"),
                Map.of("price_per_week", "1.234"), Map.of("holding_deposit", "-1"), Map.of("maximum_bookings", -1),
                Map.of("id", "x"))) {
            var broken = new HashMap<>(period);
            broken.put("id", ulid());
            broken.putAll(wrong);
            periods.add(broken);
        }
        put().statusCode(200).body("data.accepted.booking_periods", equalTo(1)).body("data.refused", hasSize(7))
                .body("data.refused[0].path", equalTo("rooms[0].booking_periods[1]"))
                .body("data.refused[0].reason", equalTo("start_date is not a date like 31-12-2026."));
    }

    /** Stripe would charge a hundredth or a hundredfold of it, or not a share of it. */
    @ParameterizedTest
    @ValueSource(strings = { "ISK", "UGX", "MGA", "KWD", "TND" })
    void refusesCurrenciesThatStripeCountsOtherwise(String currency) {
        room.put("currency", currency);
        period.putAll(Map.of("price_per_week", "100", "holding_deposit", "100"));
        put().statusCode(200).body("data.accepted.rooms", equalTo(0)).body("data.refused[0].path", equalTo("rooms[0]"))
                .body("data.refused[0].reason", equalTo(
                        "currency " + currency + " cannot be charged: Stripe counts it otherwise than ISO 4217."));
    }

    @ParameterizedTest
    @CsvSource({ "GBP, 0.29, 'is less than can be charged, 0.30.'",
            "GBP, 1000000.00, 'is more than can be charged, 999999.99.'",
            "JPY, 49, 'is less than can be charged, 50.'" })
    void refusesADepositThatStripeWouldNotCharge(String currency, String deposit, String why) {
        room.put("currency", currency);
        period.putAll(Map.of("price_per_week", "100", "holding_deposit", deposit));
        put().statusCode(200).body("data.accepted.booking_periods", equalTo(0))
                .body("data.refused[0].reason", equalTo("holding_deposit " + why));
    }

    @ParameterizedTest
    @CsvSource({ "GBP, 0.00", "GBP, 0.30", "GBP, 999999.99", "JPY, 100000000", "ZAR, 0.01" })
    void takesADepositThatStripeMayCharge(String currency, String deposit) {
        room.put("currency", currency);
        period.putAll(Map.of("price_per_week", "100", "holding_deposit", deposit));
        put().statusCode(200).body("data.refused", empty());
    }

    @Test
    void refusesARoomWithoutItsPropertyAndAStolenId() {
        put().statusCode(200);
        room.put("property_id", ulid());
        put().statusCode(200).body("data.refused[0].path", equalTo("rooms[0]"));
        property.put("operator_id", UUID.randomUUID().toString());
        put().statusCode(200).body("data.refused[0].path", equalTo("properties[0]"));
    }

    @Test
    void refusesWhatIsNoCatalogue() {
        for (String document : List.of("", "[]", "{\"rooms\":{}}", "{\"rooms\":[")) {
            Admin.request().body(document).put("/admin/catalogue").then().statusCode(400);
        }
    }

    private ValidatableResponse put() {
        return Admin.request().body(Map.of("operators", List.of(Map.of("id", operator, "name", "Operator")),
                "properties", List.of(property), "rooms", List.of(room))).put("/admin/catalogue").then();
    }

    private static String ulid() {
        return UlidCreator.getUlid().toString();
    }
}
