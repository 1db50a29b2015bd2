package io.housemates.booking.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.booking.support.Admin;
import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.Schema;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class GuarantorTest {

    TestPartner partner;
    Checkout checkout;

    @BeforeEach
    void prepareACheckout() {
        partner = TestPartner.introduced();
        checkout = Checkout.of(partner);
    }

    @Test
    void isPendingUntilHousingHandAgrees() throws Exception {
        checkout.event().put("usingHousingHand", true);
        checkout.complete();
        partner.request().get("/api/bookings/" + checkout.bookingId()).then()
                .body("data.item.guarantor_status", equalTo("pending"));

        for (int i = 0; i < 2; i++) {
            confirm().then().statusCode(200).body("data.item.guarantor_status", equalTo("confirmed"));
        }

        partner.request().get("/api/bookings/" + checkout.bookingId() + "/history").then()
                .body("data.items.event", contains("confirmed", "guarantor_confirmed"));
        var records = await().until(() -> Kafka.recordsOf("bookings", checkout.bookingId()), found -> found.size() == 2);
        assertThat(new String(records.get(1).headers().lastHeader("ce_type").value(), UTF_8)).isEqualTo("booking.updated");
        var event = Examples.JSON.readTree(records.get(1).value());
        assertThat(Schema.of("booking.updated", 2).problemsOf(event)).isEmpty();
        assertThat(event.at("/booking/guarantorStatus").asText()).isEqualTo("confirmed");
    }

    @Test
    void isNotWaitedForWhereHousingHandDoesNotStand() {
        checkout.complete();

        partner.request().get("/api/bookings/" + checkout.bookingId()).then()
                .body("data.item.guarantor_status", nullValue());
        confirm().then().statusCode(409).body("message", equalTo("api.booking_waits_for_no_guarantor"));
    }

    @Test
    void isNotConfirmedOnceTheBookingIsCancelled() {
        checkout.event().put("usingHousingHand", true);
        checkout.complete();
        partner.request().contentType("application/json").body(Map.of("reason", "visa"))
                .post("/api/bookings/" + checkout.bookingId() + "/cancel").then().statusCode(200);

        confirm().then().statusCode(409);
    }

    private Response confirm() {
        return Admin.request().post("/admin/bookings/" + checkout.bookingId() + "/guarantor/confirm");
    }
}
