package io.housemates.checkout.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.Catalogue;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

@CheckoutTest
class WithdrawalTest {

    TestPartner partner;
    Catalogue catalogue = new Catalogue();
    String room;
    String cheap;
    String dear;

    @BeforeEach
    void importARoomWithTwoPeriods() {
        partner = TestPartner.create();
        room = catalogue.room("Classic Studio");
        cheap = catalogue.period("01-09-2027", "30-06-2028", "100.00", 3);
        dear = catalogue.period("01-02-2028", "30-06-2028", "200.00", 3);
        catalogue.imported();
    }

    @Test
    void takesARoomOffSaleUntilADocumentNamesItAgain() {
        for (int i = 0; i < 2; i++) {
            Admin.request().delete("/admin/catalogue/rooms/" + room).then().statusCode(200)
                    .body("data.item.id", equalTo(room)).body("data.item.withdrawn_at", notNullValue());
        }
        isNotOnSale();
        catalogue.imported();
        partner.request().get("/api/rooms/" + room).then().statusCode(200);
        partner.start(of(cheap)).then().statusCode(201);
    }

    @Test
    void takesAPeriodOffSaleAndOffersTheOthers() {
        Admin.request().delete("/admin/catalogue/booking-periods/" + cheap).then().statusCode(200);
        partner.start(of(cheap)).then().statusCode(404).body("message", equalTo("api.booking_period_not_found"));
        partner.start(of(dear)).then().statusCode(201);
        partner.request().get("/api/rooms/" + room).then().body("data.item.price", equalTo("200.00"))
                .body("data.item.booking_periods.id", contains(dear));
        searchIn("-199").statusCode(404);
        searchIn("200-").statusCode(200).body("data.items", hasSize(1));
        Admin.request().delete("/admin/catalogue/booking-periods/" + dear).then().statusCode(200);
        isNotOnSale();
    }

    @Test
    void withdrawsWhatADocumentSaysIsWithdrawn() {
        catalogue.periods().get(0).put("withdrawn", true);
        catalogue.imported();
        searchIn("-199").statusCode(404);
        catalogue.rooms.set(0, Map.of("id", room, "withdrawn", true));
        catalogue.put().body("data.accepted.rooms", equalTo(1)).body("data.refused", hasSize(0));
        isNotOnSale();
        catalogue.rooms.set(0, Map.of("id", Catalogue.ulid(), "withdrawn", true));
        catalogue.put().body("data.refused[0].path", equalTo("rooms[0]"))
                .body("data.refused[0].reason", equalTo("There is no such room to withdraw."));
    }

    @Test
    void doesNotKnowWhatItShouldWithdraw() {
        Admin.request().delete("/admin/catalogue/rooms/" + cheap).then().statusCode(404)
                .body("message", equalTo("api.room_type_not_found"));
        Admin.request().delete("/admin/catalogue/booking-periods/" + room).then().statusCode(404)
                .body("message", equalTo("api.booking_period_not_found"));
        partner.request().delete("/admin/catalogue/rooms/" + room).then().statusCode(401);
    }

    @Test
    void honoursWhatARunningCheckoutWasOffered() {
        var started = partner.started(of(cheap));
        catalogue.periods().get(0).putAll(Map.of("price_per_week", "150.00", "holding_deposit", "300.00"));
        catalogue.imported();
        partner.start(of(cheap)).then().statusCode(201).body("data.amount", equalTo("300.00"));
        Admin.request().delete("/admin/catalogue/rooms/" + room).then().statusCode(200);

        partner.read(started).then().body("data.item.amount",
                equalTo("250.00"));
        Student.pays(started);
        partner.complete(started).then().statusCode(201);

        var event = Events.awaited("checkouts", started.sessionId(), "checkout.completed").get(0);
        org.assertj.core.api.Assertions.assertThat(event.toString()).contains("100").doesNotContain("150");
        Admin.assertNothingViolated();
    }

    @Test
    void findsARoomWhereItsPropertyHasMovedTo() {
        var moved = new Catalogue();
        catalogue.imported();
        Admin.request().body(Map.of("properties", java.util.List.of(Map.of("id", catalogue.propertyId, "operator_id",
                catalogue.operatorId, "name", "Mill House", "slug", "mill-house", "address", Map.of("first_line", "1 Mill Lane",
                        "city", moved.city, "postcode", "M1 1AA", "country", "ie")))))
                .put("/admin/catalogue").then().statusCode(200);
        partner.request().queryParam("filter[city]", moved.city).queryParam("filter[country]", "ie").get("/api/rooms").then()
                .statusCode(200).body("data.items.id", contains(room));
        searchIn("-").statusCode(404);
    }

    private void isNotOnSale() {
        partner.request().get("/api/rooms/" + room).then().statusCode(404).body("message",
                equalTo("api.room_type_not_found"));
        searchIn("-").statusCode(404);
        partner.start(of(cheap)).then().statusCode(404);
    }

    private io.restassured.response.ValidatableResponse searchIn(String prices) {
        return partner.request().queryParam("filter[city]", catalogue.city).queryParam("filter[price_range]", prices)
                .get("/api/rooms").then();
    }

    private TestRoom of(String period) {
        return new TestRoom(room, period, catalogue.operatorId);
    }
}
