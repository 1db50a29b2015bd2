package io.housemates.checkout.hosted;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Partners see their pages before students do; nothing can happen there. */
@CheckoutTest
class PreviewTest {

    private static final List<String> PAGES = List.of("stay", "you", "wrong", "course", "plan", "contact", "review", "failed",
            "processing", "ending", "confirmation", "sold-out", "expired", "cancelled", "refunded", "refunded-late",
            "refunded-details", "refunded-otherwise", "unknown", "no-page", "forged", "unreadable", "too-many", "broken");
    private static final Map<String, Integer> STATUS = Map.of("sold-out", 409, "expired", 410, "unknown", 404, "no-page", 404,
            "forged", 403, "unreadable", 400, "too-many", 429, "broken", 503);

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createAPartner() {
        partner = TestPartner.create();
    }

    @Test
    void showsEveryPageInEveryLanguageAndLoadsNoPayment() {
        partner.request().body(Map.of("heading", "Northern Rooms", "return_url", "https://rooms.example"))
                .put("/api/branding");
        String preview = preview(null);
        for (var text : Map.of("en", "Sample data", "es", "Datos de ejemplo", "zh-CN", "示例数据").entrySet()) {
            for (String page : PAGES) {
                open(preview + "/" + text.getKey() + "/" + page)
                        .statusCode(STATUS.getOrDefault(page, 200))
                        .header("X-Robots-Tag", "noindex")
                        .body(allOf(containsString(text.getValue()), containsString("Northern Rooms"),
                                not(containsString("data-secret")), not(containsString("payment.js")),
                                not(containsString("rooms.example"))));
            }
        }
    }

    @Test
    void showsADraftAndSavesNothing() {
        String draft = preview(Map.of("heading", "Tomorrow", "languages", List.of("es")));
        browser().header("Accept-Language", "en").get(draft).then().statusCode(303)
                .header("Location", equalTo(URI.create(draft).getPath() + "/es/stay"));
        open(draft + "/es/stay").statusCode(200).body(containsString("Tomorrow"));
        partner.request().get("/api/branding").then().body("data.item.heading", equalTo("Test partner"));
    }

    @Test
    void showsWhatIsSavedMeanwhile() {
        String preview = preview(null);
        partner.request().body(Map.of("heading", "Changed since")).put("/api/branding").then().statusCode(200);
        open(preview + "/en/stay").body(containsString("Changed since"));
    }

    @Test
    void refusesADraftAsItWouldBeRefused() {
        partner.request().body(Map.of("colours", Map.of("text", "#999999"))).post("/api/branding/preview").then()
                .statusCode(422);
        partner.request().body("[]").post("/api/branding/preview").then().statusCode(400);
    }

    @Test
    void leadsFromPageToPageWhateverIsSent() {
        String preview = preview(null);
        String address = URI.create(preview).getPath() + "/en/";
        var way = List.of("you", "course", "plan", "contact", "review");
        for (int i = 0; i < way.size() - 1; i++) {
            browser().formParam("resident_details.first_name", "Zoë").post(address + way.get(i)).then().statusCode(303)
                    .header("Location", equalTo(address + way.get(i + 1)));
        }
        browser().post(address + "extend").then().statusCode(303).header("Location", equalTo(address + "stay"));
        browser().get(address + "leave").then().statusCode(303).header("Location", equalTo(address + "stay"));
        browser().get(address + "stay?lang=es").then().statusCode(303)
                .header("Location", equalTo(address.replace("/en/", "/es/") + "stay"));
        open(preview + "/en/nothing").statusCode(404);
    }

    @Test
    void endsAfterAnHour() {
        String preview = preview(null);
        clock.jump(Duration.ofMinutes(59));
        open(preview + "/en/stay").statusCode(200);
        clock.jump(Duration.ofMinutes(2));
        open(preview + "/en/stay").statusCode(404).body(containsString("We cannot find this checkout"));
        open("/preview/" + "A".repeat(22) + "/en/stay").statusCode(404);
    }

    @Test
    void isMadeByThePartnerOrTheOperatorOnly() {
        given().post("/api/branding/preview").then().statusCode(401);
        partner.request().post("/admin/partners/" + partner.id() + "/branding/preview").then().statusCode(401);
        String url = Admin.request().post("/admin/partners/" + partner.id() + "/branding/preview").then().statusCode(201)
                .extract().path("data.item.url");
        open(URI.create(url).getPath() + "/en/stay").statusCode(200).body(containsString("Test partner"));
        Admin.request().post("/admin/partners/01H14V1E5EVWGANKXQG7TVYGQ1/branding/preview").then().statusCode(404);
    }

    @Test
    void keepsAPartnersNewestOnly() {
        String first = preview(null);
        clock.jump(Duration.ofSeconds(1));
        for (int i = 0; i < 19; i++) {
            preview(null);
        }
        open(first + "/en/stay").statusCode(200);
        preview(null);
        open(first + "/en/stay").statusCode(404);
    }

    @Test
    void isOnThePartnersOwnHost() {
        String host = "look-" + UUID.randomUUID() + ".example";
        Admin.request().body(Map.of("checkout_host", host)).patch("/admin/partners/" + partner.id()).then().statusCode(200);
        String url = partner.request().post("/api/branding/preview").path("data.item.url");
        assertThat(url).startsWith("https://" + host + "/preview/");
        String others = preview(TestPartner.create(), null);
        browser().header("Host", host).get(URI.create(url).getPath() + "/en/stay").then().statusCode(200);
        browser().header("Host", host).get(others + "/en/stay").then().statusCode(404);
    }

    private String preview(Map<String, Object> draft) {
        return preview(partner, draft);
    }

    private static String preview(TestPartner partner, Map<String, Object> draft) {
        RequestSpecification request = partner.request();
        if (draft != null) {
            request.body(draft);
        }
        String url = request.post("/api/branding/preview").then().statusCode(201).extract().path("data.item.url");
        return URI.create(url).getPath();
    }

    private static ValidatableResponse open(String path) {
        return browser().get(path).then();
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept("text/html");
    }
}
