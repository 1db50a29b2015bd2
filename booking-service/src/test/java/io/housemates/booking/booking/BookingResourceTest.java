package io.housemates.booking.booking;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.TestPartner;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BookingResourceTest {

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void readsABookingAsSoonAsItsCheckoutCompleted() {
        var checkout = Checkout.of(partner).complete();

        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200)
                .body("success", equalTo(true)).body("code", equalTo(0)).body("message", equalTo("OK"))
                .body("data.item.id", equalTo(checkout.bookingId()))
                .body("data.item.session_id", equalTo(checkout.sessionId()))
                .body("data.item.status", equalTo("confirmed"))
                .body("data.item.paying_in_instalments", equalTo(true))
                .body("data.item.is_using_housing_hand", equalTo(false))
                .body("data.item.booking_period.start_date", equalTo("01-09-2026"))
                .body("data.item.booking_period.holding_deposit", equalTo("250.00"))
                .body("data.item.booking_period.price_per_week", equalTo("164.32"))
                .body("data.item.room_type.property.name", equalTo("Mill House"))
                .body("data.item.resident.first_name", equalTo("Zoë"))
                .body("data.item.resident.date_of_birth", equalTo("29-02-2004"))
                .body("data.item.resident.second_line", nullValue())
                .body("data.item.supporting_contact.relationship", equalTo("Mother"))
                .body("data.item.course.year_of_study", equalTo("Undergraduate - First Year"));
    }

    @Test
    void listsTheNewestFirst() {
        var first = Checkout.of(partner).complete();
        var second = Checkout.of(partner).complete();
        partner.request().get("/api/bookings/" + first.bookingId()).then().statusCode(200);
        partner.request().get("/api/bookings/" + second.bookingId()).then().statusCode(200);

        partner.request().get("/api/bookings?per_page=1").then().statusCode(200)
                .body("data.items", hasSize(1))
                .body("data.items[0].id", equalTo(second.bookingId()))
                .body("data.meta.total", equalTo(2)).body("data.meta.total_pages", equalTo(2))
                .body("data.links.last", equalTo("/api/bookings?per_page=1&page=2"));
    }

    @Test
    void hidesAnotherPartnersBooking() {
        var other = TestPartner.introduced();
        var checkout = Checkout.of(other).complete();
        other.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);

        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(404)
                .body("message", equalTo("api.booking_not_found")).body("data", nullValue());
    }

    @Test
    void knowsNoOldUnknownAndNoMalformedId() {
        String old = UlidCreator.getUlid(System.currentTimeMillis() - 3_600_000).toString();
        for (String id : new String[] { old, "nonsense", "a%2Fb", "01H14V1E5EVWGANKXQG7TVYGQ1x" }) {
            partner.request().urlEncodingEnabled(false).get("/api/bookings/" + id).then().statusCode(404)
                    .body("code", equalTo(2000)).body("message", equalTo("api.booking_not_found"));
        }
    }
}
