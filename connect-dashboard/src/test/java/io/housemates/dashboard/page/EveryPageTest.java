package io.housemates.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dashboard.support.Browser;
import io.housemates.dashboard.support.BrowserPage;
import io.housemates.dashboard.support.DashboardTest;
import io.housemates.dashboard.support.Examples;
import io.quarkus.test.junit.QuarkusTest;

/** What holds on every page: headers, forms, markup, and how trouble is told. */
@QuarkusTest
class EveryPageTest extends DashboardTest {

    private static final List<String> PAGES = List.of("/sign-in", "/bookings", "/bookings/" + Examples.BOOKING, "/webhooks",
            "/webhooks/new", "/webhooks/" + Examples.WEBHOOK, "/webhooks/" + Examples.WEBHOOK + "/delete",
            "/deliveries/" + Examples.DELIVERY, "/branding", "/no-such-page");

    @BeforeEach
    void serve() {
        services.answers("GET /api/bookings", Examples.bookings(1, 43))
                .answers("GET /api/bookings/" + Examples.BOOKING, Examples.item(Examples.booking()))
                .answers("GET /api/webhooks", Examples.items(Examples.webhook()))
                .answers("GET /api/webhooks/" + Examples.WEBHOOK, Examples.item(Examples.webhook()))
                .answers("GET /api/webhooks/" + Examples.WEBHOOK + "/deliveries", Examples.page(1, 1, Examples.delivery()))
                .answers("GET /api/webhook-deliveries/" + Examples.DELIVERY, Examples.item(Examples.delivery()))
                .answers("GET /api/branding", Examples.item(Examples.branding()))
                .answers("GET /api/event-types", Examples.eventTypes());
    }

    @Test
    void isNeitherKeptNorFramedNorScripted() {
        assertThat(pages()).allSatisfy(page -> {
            assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self';")
                    .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'").doesNotContain("unsafe");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.html().select("script, style, [style]")).isEmpty();
            assertThat(page.html().select("[src^=http], link[href^=http]")).isEmpty();
        });
    }

    @Test
    void carriesATokenInEveryForm() {
        assertThat(pages()).allSatisfy(page -> assertThat(page.html().select("form"))
                .allSatisfy(form -> assertThat(form.select("input[name=form_token]").val()).hasSizeGreaterThan(40)));
    }

    @Test
    void canBeUsedWithoutSeeingIt() {
        assertThat(pages()).allSatisfy(page -> {
            assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
            assertThat(page.html().title()).endsWith(" – Housemates Connect").doesNotStartWith(" ");
            assertThat(page.html().select("h1")).hasSize(1);
            assertThat(page.html().select("main")).hasSize(1);
            assertThat(page.html().select("table"))
                    .allSatisfy(table -> assertThat(table.select("caption").text()).isNotBlank());
            assertThat(page.html().select("input:not([type=hidden]), textarea"))
                    .allSatisfy(input -> assertThat(page.html().select("label[for=" + input.id() + "]")).hasSize(1));
            assertThat(page.html().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        });
    }

    @Test
    void servesItsStylesheetForKeeping() {
        String address = browser.get("/bookings").html().select("link[rel=stylesheet]").attr("href");

        BrowserPage css = browser.get(address);

        assertThat(address).matches("/assets/connect\\.css\\?[0-9a-f]{8}");
        assertThat(css.status()).isEqualTo(200);
        assertThat(css.header("Content-Type")).startsWith("text/css");
        assertThat(css.header("Cache-Control")).contains("max-age");
    }

    @Test
    void changesNothingForAFormOfAnotherSession() {
        BrowserPage foreign = Browser.signedIn(dashboard, services).get("/webhooks/" + Examples.WEBHOOK + "/delete");

        BrowserPage refused = browser.send(foreign, "/webhooks/" + Examples.WEBHOOK + "/delete");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.heading()).isEqualTo("This form is out of date");
        assertThat(browser.post("/webhooks/" + Examples.WEBHOOK + "/delete").status()).isEqualTo(403);
        assertThat(browser.post("/sign-out").status()).isEqualTo(403);
        assertThat(services.received()).noneMatch(call -> call.method().equals("DELETE"));
    }

    @Test
    void needsASession() {
        Browser stranger = new Browser(dashboard);

        assertThat(PAGES.stream().filter(path -> !List.of("/sign-in", "/no-such-page").contains(path)))
                .allSatisfy(path -> assertThat(stranger.get(path).header("Location")).isEqualTo("/sign-in"));
        assertThat(stranger.post("/webhooks/" + Examples.WEBHOOK + "/delete").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void saysThatAPageDoesNotExist() {
        for (String path : List.of("/no-such-page", "/webhooks/short", "/bookings/a/b", "/%2e%2e/x", "/assets/none.css")) {
            BrowserPage page = browser.get(path);

            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.heading()).as(path).isEqualTo("Page not found");
        }
    }

    @Test
    void saysThatAServiceIsAway() {
        services.goAway();
        try {
            assertThat(PAGES.stream().filter(path -> !List.of("/sign-in", "/no-such-page").contains(path)))
                    .allSatisfy(path -> {
                        BrowserPage page = browser.get(path);
                        assertThat(page.status()).isEqualTo(503);
                        assertThat(page.heading()).isEqualTo("Not available right now");
                        assertThat(page.text()).doesNotContain("Exception", "localhost");
                    });
        } finally {
            services.comeBack();
        }
    }

    @Test
    void tellsAServicesTroubleInWords() {
        services.refuses("GET /api/bookings", 500, "api.internal_error", null);
        assertThat(browser.get("/bookings").status()).isEqualTo(503);

        services.refuses("GET /api/bookings", 429, "api.too_many_requests", null);
        assertThat(browser.get("/bookings").heading()).isEqualTo("Too many requests");

        services.answers("GET /api/bookings", null);
        assertThat(browser.get("/bookings").text()).contains("Something went wrong").doesNotContain("Exception");
    }

    @Test
    void refusesTooMuchText() {
        BrowserPage page = browser.send(browser.get("/webhooks/new"), "/webhooks/new", "headers=" + "x".repeat(70_000));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.heading()).isEqualTo("That is too much text");
    }

    private Stream<BrowserPage> pages() {
        return PAGES.stream().map(browser::get);
    }
}
