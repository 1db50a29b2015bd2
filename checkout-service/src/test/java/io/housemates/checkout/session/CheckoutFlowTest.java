package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

@CheckoutTest
class CheckoutFlowTest {

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void startGivesWhatAPartnersPageNeeds() {
        var room = TestRoom.withUnits(1);
        partner.start(room).then().statusCode(201)
                .body("success", equalTo(true)).body("code", equalTo(0)).body("locale", equalTo("en"))
                .body("message", equalTo("OK"))
                .body("data.stripe.public_key", startsWith("pk_"))
                .body("data.stripe.client_secret", matchesPattern("pi_\\w+_secret_\\w+"))
                .body("data.session_token", matchesPattern("cs_[\\w-]{43}"))
                .body("data.checkout_url", matchesPattern("http://localhost:8080/[0-9A-Z]{26}/start"))
                .body("data.amount", equalTo("250.00")).body("data.currency", equalTo("GBP"))
                .body("data.requirements.country", equalTo("gb"));
    }

    @Test
    void startTakesNoUnitHoweverOftenItIsCalled() {
        var room = TestRoom.withUnits(1);
        for (int i = 0; i < 5; i++) {
            partner.start(room).then().statusCode(201);
        }
    }

    @Test
    void completesAPaidSessionOnce() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);

        String bookingId = partner.complete(started).then().statusCode(201)
                .body("code", equalTo(1020)).body("message", equalTo("api.booking_created_successfully"))
                .extract().path("data.booking_id");

        partner.complete(started).then().statusCode(409)
                .body("message", equalTo("api.booking_already_completed")).body("data", equalTo(bookingId));
    }

    @Test
    void refusesAnUnpaidSessionAndChangesNothing() {
        var started = partner.started(TestRoom.withUnits(1));

        partner.complete(started).then().statusCode(402).body("message", equalTo("api.payment_required"))
                .body("data", nullValue());

        Student.pays(started);
        partner.complete(started).then().statusCode(201);
    }

    @Test
    void asksNoPaymentWhereTheDepositIsZero() {
        var started = partner.started(TestRoom.create("au", "AUD", "0.00", 1));
        assertThat(started.clientSecret()).isNull();
        partner.complete(started).then().statusCode(201);
    }

    @Test
    void sellsTheLastUnitOnceAndRefundsTheOther() {
        var room = TestRoom.withUnits(1);
        var loser = partner.started(room);
        partner.booked(room);
        Student.pays(loser);

        partner.complete(loser).then().statusCode(409).body("message", equalTo("api.room_not_available"));
        await().until(() -> Student.chargeOf(loser).path("amount_refunded").asInt(), equalTo(25_000));
        partner.start(room).then().statusCode(409).body("message", equalTo("api.room_not_available"));
    }

    @Test
    void keepsStrangersOut() {
        var room = TestRoom.withUnits(1);
        var started = partner.started(room);
        var stranger = TestPartner.create();
        stranger.complete(started).then().statusCode(404).body("message", equalTo("api.checkout_session_not_found"));
        partner.complete(new Started(TestRoom.withUnits(1), null, started.token(), null))
                .then().statusCode(404);
        partner.complete(new Started(room, null, started.token() + "x", null))
                .then().statusCode(404);
    }
}
