package io.housemates.booking.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
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
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class CancelBookingTest {

    TestPartner partner;
    Checkout checkout;

    @BeforeEach
    void completeACheckout() {
        partner = TestPartner.introduced();
        checkout = Checkout.of(partner).complete();
    }

    @Test
    void cancelsAndAnnouncesItOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            cancel(partner.request(), "cooling_off").then().statusCode(200)
                    .body("data.item.status", equalTo("cancelled"))
                    .body("data.item.cancellation_reason", equalTo("cooling_off"))
                    .body("data.item.cancelled_at", notNullValue());
        }

        var records = await().until(() -> Kafka.recordsOf("bookings", checkout.bookingId()), found -> found.size() == 2);
        assertThat(new String(records.get(0).headers().lastHeader("ce_type").value(), UTF_8)).isEqualTo("booking.created");
        assertThat(new String(records.get(1).headers().lastHeader("ce_type").value(), UTF_8)).isEqualTo("booking.cancelled");
        var event = Examples.JSON.readTree(records.get(1).value());
        assertThat(Schema.of("booking.cancelled", 2).problemsOf(event)).isEmpty();
        assertThat(event.at("/booking/cancellationReason").asText()).isEqualTo("cooling_off");
    }

    @Test
    void refusesAnotherReasonOnceCancelled() {
        cancel(partner.request(), "visa").then().statusCode(200);

        cancel(partner.request(), "student").then().statusCode(409)
                .body("message", equalTo("api.booking_already_cancelled")).body("data", equalTo("visa"));
    }

    @Test
    void refusesWhatIsNoReason() {
        for (Object body : new Object[] { Map.of("reason", "boredom"), Map.of(), "{\"reason\":null}", "null" }) {
            partner.request().contentType("application/json").body(body)
                    .post("/api/bookings/" + checkout.bookingId() + "/cancel").then().statusCode(422)
                    .body("data.messages", hasKey("reason"));
        }
    }

    @Test
    void leavesSomeReasonsToTheAdmin() {
        for (String reason : new String[] { "operator", "payment_dispute" }) {
            cancel(partner.request(), reason).then().statusCode(422).body("data.messages", hasKey("reason"));
        }
        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200)
                .body("data.item.status", equalTo("confirmed"));
        cancel(Admin.request(), "/admin", "payment_dispute").then().statusCode(200)
                .body("data.item.refund.state", equalTo("none")).body("data.item.refund.expected", equalTo("0.00"));
    }

    @Test
    void keepsTheHistory() {
        cancel(Admin.request(), "/admin", "operator").then().statusCode(200);

        partner.request().get("/api/bookings/" + checkout.bookingId() + "/history").then().statusCode(200)
                .body("data.items.event", contains("confirmed", "cancelled"))
                .body("data.items.actor", contains("checkout", "admin"))
                .body("data.items.reason", contains(nullValue(), equalTo("operator")));
    }

    @Test
    void isNobodyElsesBusinessButTheAdmins() {
        var other = TestPartner.introduced();
        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);
        cancel(other.request(), "student").then().statusCode(404);
        other.request().get("/api/bookings/" + checkout.bookingId() + "/history").then().statusCode(404);

        Admin.request().get("/admin/bookings/" + checkout.bookingId()).then().statusCode(200)
                .body("data.item.status", equalTo("confirmed"));
        Admin.request().get("/admin/bookings?filter[partner_id]=" + partner.id()).then().statusCode(200)
                .body("data.items.id", contains(checkout.bookingId()));
        Admin.request().get("/admin/bookings/" + checkout.bookingId() + "/history").then().body("data.items", hasSize(1));
        partner.request().get("/admin/bookings").then().statusCode(401);
        Admin.request().get("/api/bookings").then().statusCode(401);
    }

    private Response cancel(RequestSpecification request, String reason) {
        return cancel(request, "/api", reason);
    }

    private Response cancel(RequestSpecification request, String api, String reason) {
        return request.contentType("application/json").body(Map.of("reason", reason))
                .post(api + "/bookings/" + checkout.bookingId() + "/cancel");
    }
}
