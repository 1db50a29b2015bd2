package io.housemates.checkout.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

@CheckoutTest
class SavedDetailsTest {

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void keepsTheUnitForWhoSavedDetailsFirst() {
        var room = TestRoom.withUnits(1);
        var first = partner.started(room);
        var second = partner.started(room);

        partner.saveDetails(first).then().statusCode(200).body("data.item.state", equalTo("details_saved"))
                .body("data.item.booking_id", nullValue());

        partner.saveDetails(second).then().statusCode(409).body("message", equalTo("api.room_not_available"));
        partner.saveDetails(first).then().statusCode(200);
        Student.paysInSilence(first);
        partner.complete(first).then().statusCode(201);
    }

    @Test
    void booksWhoSavedDetailsAndClosedTheTabAfterPaying() {
        var started = partner.started(TestRoom.withUnits(1));
        partner.saveDetails(started).then().statusCode(200);
        Student.pays(started);

        await().until(() -> partner.stateOf(started), equalTo("completed"));
        String bookingId = partner.read(started).path("data.item.booking_id");
        partner.complete(started).then().statusCode(409).body("data", equalTo(bookingId));
    }

    @Test
    void namesWhatIsWrongAndKeepsNothing() {
        var room = TestRoom.withUnits(1);
        var started = partner.started(room);
        partner.saveDetails(started, new HashMap<>()).then().statusCode(422);
        partner.start(room).then().statusCode(201);
    }

    @Test
    void showsASessionToItsPartnerOnly() {
        var started = partner.started(TestRoom.withUnits(1));
        partner.read(started).then().statusCode(200).body("data.item.state", equalTo("open"))
                .body("data.item.amount", equalTo("250.00"));
        TestPartner.create().request().get("/api/checkout/sessions/" + started.sessionId()).then().statusCode(404)
                .body("message", equalTo("api.checkout_session_not_found"));
    }
}
