package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Brand;
import io.housemates.acceptance.support.Browser;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.HostedStudent;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.Window;

/** Whole bookings on the hosted pages, in a browser, for each kind of property and plan. */
@AcceptanceTest
class HostedBookingIT {

    private static Browser browser;
    private static Partner partner;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        partner = Partner.create();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void inBritainInInstalmentsWithAGuarantor() {
        try (Window window = browser.phone()) {
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, Room.create()));
            student.tellsAboutStudies().chooses("guarantor").namesContact().paysWith(HostedStudent.GOOD_CARD);
            JsonNode booking = booking(student);
            assertThat(booking.path("paying_in_instalments").asBoolean()).isTrue();
            assertThat(booking.path("supporting_contact_kind").asText()).isEqualTo("guarantor");
            assertThat(booking.at("/resident/contact_number")).isEqualTo(student.student().resident().path("contact_number"));
            assertThat(booking.at("/supporting_contact/email")).isEqualTo(student.student().contact().path("email"));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void inBritainInInstalmentsWithHousingHand() {
        try (Window window = browser.phone()) {
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, Room.create()));
            student.tellsAboutStudies().chooses("housing_hand").namesNobody().paysWith(HostedStudent.GOOD_CARD);
            JsonNode booking = booking(student);
            assertThat(booking.path("is_using_housing_hand").asBoolean()).isTrue();
            assertThat(booking.hasNonNull("supporting_contact")).isFalse();
            assertThat(student.page().textContent(".next")).contains("Housing Hand");
        }
    }

    @Test
    void inAustraliaInFull() {
        try (Window window = browser.window(1280, 860)) {
            var room = Room.in("au", "AUD", "350.00", 5);
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, room));
            assertThat(student.page().textContent("main")).contains("$350.00 AUD", "Sydney NSW 2009");
            student.tellsAboutStudies();
            assertThat(student.page().locator("[name=plan]").all()).hasSize(2);
            student.chooses("in_full").namesContact().paysWith(HostedStudent.GOOD_CARD);
            JsonNode booking = booking(student);
            assertThat(booking.path("paying_in_instalments").asBoolean()).isFalse();
            assertThat(booking.path("supporting_contact_kind").asText()).isEqualTo("emergency_contact");
        }
    }

    @Test
    void inCanadaInInstalmentsInSpanish() {
        try (Window window = browser.window(1280, 860, options -> options.setLocale("es-MX"))) {
            var room = Room.in("ca", "CAD", "500.00", 5);
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, room));
            assertThat(student.heading()).isEqualTo("Tu estancia");
            student.tellsAboutStudies().chooses("instalments").namesContact().paysWith(HostedStudent.GOOD_CARD);
            assertThat(booking(student).path("paying_in_instalments").asBoolean()).isTrue();
            assertThat(student.heading()).isEqualTo("Tu habitación está reservada");
        }
    }

    @Test
    void withoutADepositAndWithoutJavaScript() {
        try (Window window = browser.window(375, 720, options -> options.setJavaScriptEnabled(false))) {
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, Room.in("gb", "GBP", "0.00", 5)));
            student.answersEverything();
            student.page().click(".pay button");
            assertThat(booking(student).path("status").asText()).isEqualTo("confirmed");
        }
    }

    @Test
    void onThePartnersOwnHostAndBackToThePartner() {
        var owner = Partner.create();
        String host = "book-" + Ids.ulid().toLowerCase() + ".housemates.example";
        Services.admin().patch("/admin/partners/" + owner.id(), Json.object().put("checkout_host", host)).expect(200);
        Brand.LIGHT.give(owner);
        try (Window window = browser.phone()) {
            var checkout = Checkout.start(owner, Room.create());
            assertThat(checkout.url()).startsWith("https://" + host + "/");
            var student = HostedStudent.arrivesAt(host, window.tab(), checkout);
            student.page().route("https://northern-rooms.example/**",
                    route -> route.fulfill(new Route.FulfillOptions().setBody("Welcome back")));
            assertThat(student.page().locator(".brand img").evaluate("logo => logo.naturalWidth")).isEqualTo(480);
            student.answersEverything().paysWith(HostedStudent.GOOD_CARD);
            String bookingId = student.awaitBooking();
            Request back = student.page().waitForRequest(url -> url.url().startsWith("https://northern-rooms.example/"),
                    () -> student.page().click("a.button"));
            assertThat(back.headers()).doesNotContainKey("referer");
            JsonNode result = result(back.url());
            assertThat(result.path("status").asText()).isEqualTo("completed");
            assertThat(result.path("booking_id").asText()).isEqualTo(bookingId);
            assertThat(result.path("aud").asText()).isEqualTo(owner.id());
            var other = HostedStudent.arrivesAt(host, window.tab(), Checkout.start(partner, Room.create()));
            assertThat(other.heading()).isEqualTo("We cannot find this checkout");
        }
    }

    /** What the result says; that it is signed is proven where the keys are. */
    private static JsonNode result(String address) {
        String token = address.substring(address.indexOf("?from=checkout&result=") + "?from=checkout&result=".length());
        return Json.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    /** The booking that the confirmation names, once booking-service has it. */
    private static JsonNode booking(HostedStudent student) {
        String id = student.awaitBooking();
        Patience.await("booking " + id).until(() -> partner.booking().get("/api/bookings/" + id).status() == 200);
        return partner.readBooking(id);
    }
}
