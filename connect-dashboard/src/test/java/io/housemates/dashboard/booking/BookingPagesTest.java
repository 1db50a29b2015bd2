package io.housemates.dashboard.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.housemates.dashboard.support.BrowserPage;
import io.housemates.dashboard.support.DashboardTest;
import io.housemates.dashboard.support.Examples;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class BookingPagesTest extends DashboardTest {

    private static final String READ = "GET /api/bookings/" + Examples.BOOKING;

    @Test
    void listsBookingsPageByPage() {
        services.answers("GET /api/bookings", Examples.bookings(2, 43));

        BrowserPage page = browser.get("/bookings?page=2");

        assertThat(services.received()).singleElement()
                .satisfies(call -> assertThat(call.uri()).isEqualTo("/api/bookings?page=2&per_page=20"));
        assertThat(page.html().select("tbody tr")).hasSize(20);
        assertThat(page.texts("tbody tr:first-child > *")).containsExactly("Élodie Lefèvre " + Examples.BOOKING,
                "Classic Studio Brunswick Quay House", "12 Sep 2026 to 28 Aug 2027", "Confirmed", "1 Sep 2026, 10:15 UTC");
        assertThat(page.texts("caption")).containsExactly("21–40 of 43, newest first");
        assertThat(page.html().select("nav.pages a").eachAttr("href")).containsExactly("/bookings?page=1", "/bookings?page=3");
    }

    @Test
    void saysWhenThereIsNothingYet() {
        services.answers("GET /api/bookings", Examples.bookings(1, 0));

        assertThat(browser.get("/bookings").text()).contains("No bookings yet");
    }

    @Test
    void leadsBackFromBehindTheLastPage() {
        services.answers("GET /api/bookings", Examples.bookings(9, 43));

        BrowserPage page = browser.get("/bookings?page=9");

        assertThat(page.text()).contains("Nothing on this page");
        assertThat(page.html().select("a[rel=prev]").attr("href")).isEqualTo("/bookings?page=3");
    }

    @Test
    void showsOneBookingBlockByBlock() {
        services.answers(READ, Examples.item(Examples.booking()));

        BrowserPage page = browser.get("/bookings/" + Examples.BOOKING);

        assertThat(page.heading()).isEqualTo("Élodie Lefèvre");
        assertThat(page.texts("section h2")).containsExactly("Stay", "Payment plan", "Resident", "Guarantor", "Course",
                "Special request");
        assertThat(page.text()).contains("Price per week £164.32", "Holding deposit £250.00", "Pays In instalments",
                "Nationality France", "Date of birth 14 Feb 2005", "London NW1 6XE United Kingdom", "Relationship father");
    }

    @Test
    void showsWhatStudentsWroteAsText() {
        services.answers(READ, Examples.item(Examples.booking()));

        BrowserPage page = browser.get("/bookings/" + Examples.BOOKING);

        assertThat(page.texts(".written")).containsExactly("<b>Quiet</b>, please");
        assertThat(page.html().select(".written b")).isEmpty();
    }

    @Test
    void showsACancelledBookingOfWhichLittleIsLeft() {
        JsonObject erased = Examples.booking().put("status", "cancelled").put("cancelled_at", "2026-09-02T08:00:00Z")
                .put("cancellation_reason", "university_place").putNull("resident").putNull("supporting_contact")
                .putNull("course").putNull("special_request")
                .put("refund", new JsonObject().put("state", "partial").put("expected", "100.00").put("amount", "60.00")
                        .put("currency", "GBP").put("at", "2026-09-02T08:00:04Z"));
        services.answers(READ, Examples.item(erased));

        BrowserPage page = browser.get("/bookings/" + Examples.BOOKING);

        assertThat(page.heading()).isEqualTo(Examples.BOOKING);
        assertThat(page.text()).contains("Cancelled: University place 2 Sep 2026, 08:00 UTC");
        assertThat(page.texts("section h2")).containsExactly("Stay", "Payment plan", "Refund");
        assertThat(page.text()).contains("Partly refunded", "To come back £100.00", "Came back £60.00");
    }

    @Test
    void hasNoPageForABookingThatTheServiceDoesNotKnow() {
        assertThat(browser.get("/bookings/01K5Q4Z0000000000000000009").status()).isEqualTo(404);
        assertThat(browser.get("/bookings/..%2Fwebhooks").status()).isEqualTo(404);
        assertThat(browser.get("/bookings?page=two").status()).isEqualTo(404);
    }
}
