package io.housemates.checkout.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.Catalogue;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.TestPartner;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

@CheckoutTest
class RoomSearchTest {

    TestPartner partner;
    Catalogue catalogue = new Catalogue();
    String cheap;
    String dear;
    String big;

    @BeforeEach
    void importThreeRooms() {
        partner = TestPartner.create();
        dear = catalogue.room("Alpha Studio");
        catalogue.period("01-09-2027", "30-06-2028", "249.99", 3);
        cheap = catalogue.room("Classic En-suite");
        catalogue.period("10-01-2028", "30-06-2028", "99.50", 2);
        catalogue.period("01-09-2027", "02-09-2028", "110.00", 7);
        big = catalogue.room("Bigger Studio");
        catalogue.period("15-09-2027", "30-06-2028", "180.00", 1);
        catalogue.imported();
    }

    @Test
    void findsTheCheapestFirstInACityWhateverItsLetterCase() {
        search(Map.of("filter[city]", catalogue.city.toUpperCase())).statusCode(200)
                .body("success", equalTo(true)).body("code", equalTo(0)).body("message", equalTo("OK"))
                .body("data.items.id", contains(cheap, big, dear))
                .body("data.meta.total", equalTo(3)).body("data.meta.count", equalTo(3))
                .body("data.meta.per_page", equalTo(10)).body("data.meta.current_page", equalTo(1))
                .body("data.meta.total_pages", equalTo(1));
    }

    @Test
    void filtersByEverythingAtOnceAndEachAlone() {
        finds(Map.of("filter[price_range]", "100-200"), big);
        finds(Map.of("filter[price_range]", "99.50,180"), cheap, big);
        finds(Map.of("filter[price_range]", "180-"), big, dear);
        finds(Map.of("filter[price_range]", ",179.99"), cheap);
        finds(Map.of("filter[move_in_from]", "02-09-2027", "filter[move_in_to]", "31-12-2027"), big);
        finds(Map.of("filter[move_in_from]", "02-09-2027"), cheap, big);
        finds(Map.of("filter[move_in_to]", "01-09-2027"), cheap, dear);
        finds(Map.of("filter[country]", "GB"), cheap, big, dear);
        finds(Map.of("filter[operator_id]", catalogue.operatorId.toUpperCase()), cheap, big, dear);
        finds(Map.of("filter[property_id]", catalogue.propertyId), cheap, big, dear);
        finds(Map.of("filter[university]", "university of " + catalogue.city.toLowerCase()), cheap, big, dear);
        finds(Map.of("filter[country]", "gb", "filter[price_range]", "100-", "filter[move_in_to]", "14-09-2027",
                "filter[property_id]", catalogue.propertyId, "filter[city]", " " + catalogue.city), dear);
        finds(Map.of("filter[price_range]", "", "filter[unheard_of]", "x"), cheap, big, dear);
    }

    @Test
    void sorts() {
        finds(Map.of("sort[price]", "desc"), dear, big, cheap);
        finds(Map.of("sort[name]", "ASC"), dear, big, cheap);
        finds(Map.of("sort[name]", "desc"), cheap, big, dear);
        finds(Map.of("sort[city]", "asc", "sort[price]", "asc"), cheap, big, dear);
    }

    @Test
    void answersASearchWithoutMatchAndAnUnknownRoomAlike() {
        for (String path : List.of("/api/rooms?filter[city]=nowhere", "/api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1",
                "/api/rooms/nonsense", "/api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/booking-periods")) {
            partner.request().get(path).then().statusCode(404).body("message", equalTo("api.room_type_not_found"))
                    .body("data", nullValue());
        }
    }

    @Test
    void namesEveryValueThatIsWrong() {
        var wrong = search(Map.of("filter[price_range]", "200-100", "filter[move_in_from]", "31-02-2027",
                "filter[country]", "xx", "filter[operator_id]", "1-2-3-4-5", "filter[property_id]", "x", "sort[price]", "up",
                "page", "0", "per_page", "101")).statusCode(422).body("message", equalTo("api.validation_failed"));
        for (String field : List.of("filter[price_range]", "filter[move_in_from]", "filter[country]", "filter[operator_id]",
                "filter[property_id]", "sort[price]", "page", "per_page")) {
            wrong.body("data.messages", hasKey(field));
        }
        search(Map.of("filter[move_in_from]", "02-01-2027", "filter[move_in_to]", "01-01-2027")).statusCode(422)
                .body("data.messages", hasKey("filter[move_in_to]"));
    }

    @Test
    void turnsPagesByItsLinks() {
        var first = search(Map.of("filter[city]", catalogue.city, "per_page", "2", "sort[name]", "asc")).statusCode(200)
                .body("data.items.id", contains(dear, big)).body("data.links.prev", nullValue()).extract();
        var second = follow(first.path("data.links.next")).body("data.items.id", contains(cheap))
                .body("data.meta.current_page", equalTo(2)).body("data.links.next", nullValue()).extract();
        follow(second.path("data.links.prev")).body("data.items.id", contains(dear, big));
        assertThat(first.<String> path("data.links.last")).isEqualTo(first.path("data.links.next"));
        follow(first.path("data.links.first")).body("data.meta.current_page", equalTo(1));
    }

    @Test
    void readsBracketsThatWereNotEncoded() {
        partner.request().urlEncodingEnabled(false)
                .get("/api/rooms?filter[property_id]=" + catalogue.propertyId + "&per_page=1").then().statusCode(200)
                .body("data.links.next",
                        equalTo("/api/rooms?filter[property_id]=" + catalogue.propertyId + "&per_page=1&page=2"));
    }

    @Test
    void showsARoomWithEverythingThatClientsRead() {
        partner.request().get("/api/rooms/" + cheap).then().statusCode(200)
                .body("data.item.id", equalTo(cheap)).body("data.item.operator_id", equalTo(catalogue.operatorId))
                .body("data.item.name", equalTo("Classic En-suite")).body("data.item.max_rooms_left", equalTo(7))
                .body("data.item.is_available", equalTo(true)).body("data.item.price", equalTo("99.50"))
                .body("data.item.total_price", equalTo("2444.86")).body("data.item.currency", equalTo("GBP"))
                .body("data.item.address.first_line", equalTo("1 Mill Lane"))
                .body("data.item.address", hasKey("second_line")).body("data.item.address.city", equalTo(catalogue.city))
                .body("data.item.address.country", equalTo("gb"))
                .body("data.item.property.id", equalTo(catalogue.propertyId))
                .body("data.item.property.name", equalTo("Mill House")).body("data.item.property.slug", equalTo("mill-house"))
                .body("data.item.booking_periods.start_date", contains("01-09-2027", "10-01-2028"))
                .body("data.item.images", contains("https://example.com/1.jpg"))
                .body("data.item.amenities.general", contains("Desk"))
                .body("data.item.universities", contains("University of " + catalogue.city));
    }

    @Test
    void showsBookingPeriodsPageByPage() {
        partner.request().get("/api/rooms/" + cheap + "/booking-periods?per_page=1").then().statusCode(200)
                .body("data.meta.total", equalTo(2)).body("data.items.size()", equalTo(1))
                .body("data.items[0].start_date", equalTo("01-09-2027")).body("data.items[0].end_date", equalTo("02-09-2028"))
                .body("data.items[0].price_per_week", equalTo("110.00"))
                .body("data.items[0].holding_deposit", equalTo("250.00")).body("data.items[0].maximum_bookings", equalTo(7))
                .body("data.items[0].is_available", equalTo(true))
                .body("data.links.next", equalTo("/api/rooms/" + cheap + "/booking-periods?per_page=1&page=2"));
    }

    @Test
    void showsWhatIsLeftAfterAUnitIsTaken() {
        var room = new io.housemates.checkout.support.TestRoom(big, (String) catalogue.periods().get(0).get("id"),
                catalogue.operatorId);
        var started = partner.started(room);
        io.housemates.checkout.support.Student.pays(started);
        partner.complete(started).then().statusCode(201);
        partner.request().get("/api/rooms/" + big).then().statusCode(200).body("data.item.max_rooms_left", equalTo(0))
                .body("data.item.is_available", equalTo(false));
        Admin.assertNothingViolated();
    }

    @Test
    void needsCredentials() {
        RestAssured.given().get("/api/rooms").then().statusCode(401).body("data", nullValue());
    }

    private void finds(Map<String, String> parameters, String... ids) {
        var all = new java.util.HashMap<>(parameters);
        all.putIfAbsent("filter[city]", catalogue.city);
        search(all).statusCode(200).body("data.items.id", contains(ids));
    }

    private ValidatableResponse search(Map<String, String> parameters) {
        return partner.request().queryParams(parameters).get("/api/rooms").then();
    }

    private ValidatableResponse follow(String link) {
        return partner.request().urlEncodingEnabled(false).get(link).then().statusCode(200);
    }
}
