package io.housemates.dashboard.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dashboard.support.BrowserPage;
import io.housemates.dashboard.support.DashboardTest;
import io.housemates.dashboard.support.Examples;
import io.housemates.dashboard.support.StandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class BrandingPagesTest extends DashboardTest {

    private static final String[] TYPED = { "heading=Südstadt & Co", "colours.primary=#102030", "colours.on_primary=#ffffff",
            "colours.background=#ffffff", "colours.text=#000000", "font=geometric", "support_text=", "support_email=",
            "terms_url=", "privacy_url=", "return_url=https://rooms.example/back", "languages=en", "languages=es",
            "first_language=es" };

    @BeforeEach
    void serve() {
        services.answers("GET /api/branding", Examples.item(Examples.branding()));
    }

    @Test
    void showsWhatIsSaved() {
        BrowserPage page = browser.get("/branding");

        assertThat(page.html().select("#heading").val()).isEqualTo("Northern <Rooms>");
        assertThat(page.html().getElementById("colours.primary").val()).isEqualTo("#0b6b3a");
        assertThat(page.html().select("#font option[selected]").val()).isEqualTo("humanist");
        assertThat(page.html().select("input[name=languages][checked]").eachAttr("value")).containsExactly("en", "zh-CN");
        assertThat(page.html().select("#first_language option[selected]").val()).isEqualTo("zh-CN");
        assertThat(page.html().select(".logo img").attr("src")).isEqualTo("/branding/logo");
    }

    @Test
    void savesTheWhole() {
        services.answers("PUT /api/branding", Examples.item(Examples.branding()));

        BrowserPage saved = browser.send(browser.get("/branding"), "/branding", with("action=save"));

        assertThat(saved.header("Location")).isEqualTo("/branding?saved=branding");
        assertThat(browser.follow(saved).texts("[role=status]")).containsExactly(
                "The branding was saved. Students see it from now on.");
        assertThat(sent("PUT", "/api/branding").json()).isEqualTo(new JsonObject().put("heading", "Südstadt & Co")
                .put("colours", new JsonObject().put("primary", "#102030").put("on_primary", "#ffffff")
                        .put("background", "#ffffff").put("text", "#000000"))
                .put("font", "geometric").put("support_text", "").put("support_email", "").put("terms_url", "")
                .put("privacy_url", "").put("return_url", "https://rooms.example/back")
                .put("languages", JsonArray.of("es", "en")));
    }

    @Test
    void makesAPreviewOfWhatIsNotSaved() {
        services.answers("POST /api/branding/preview", Examples.item(
                new JsonObject().put("url", "https://book.rooms.example/preview/abc").put("expires_at",
                        "2026-09-01T10:00:00Z")));

        BrowserPage page = browser.send(browser.get("/branding"), "/branding", with("action=preview"));

        assertThat(page.html().select(".notice a").attr("href")).isEqualTo("https://book.rooms.example/preview/abc");
        assertThat(page.html().select(".notice a").attr("rel")).contains("noopener");
        assertThat(page.html().select("#heading").val()).isEqualTo("Südstadt & Co");
        assertThat(sent("POST", "/api/branding/preview").json().getString("heading")).isEqualTo("Südstadt & Co");
        assertThat(services.received()).noneMatch(call -> call.method().equals("PUT"));
    }

    @Test
    void saysWhatIsWrongBesideEachField() {
        services.refuses("PUT /api/branding", 422, "api.validation_failed", new JsonObject().put("messages",
                new JsonObject().put("colours.text", JsonArray.of("The text needs a contrast of 4.5:1."))
                        .put("languages", JsonArray.of("The languages must be a list."))));

        BrowserPage page = browser.send(browser.get("/branding"), "/branding", with("action=save"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.texts("[role=alert] li")).containsExactly("Text: The text needs a contrast of 4.5:1.",
                "Languages: The languages must be a list.");
        assertThat(page.html().getElementById("colours.text_error").text()).isEqualTo("The text needs a contrast of 4.5:1.");
        assertThat(page.html().select("#heading").val()).isEqualTo("Südstadt & Co");
    }

    @Test
    void wantsTheFirstLanguageAmongTheChosenOnes() {
        String[] fields = Arrays.stream(with("action=save"))
                .map(field -> field.equals("languages=es") ? "languages=zh-CN" : field)
                .toArray(String[]::new);

        BrowserPage page = browser.send(browser.get("/branding"), "/branding", fields);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.texts("[role=alert] li")).containsExactly(
                "First language: The first language must be one of the languages chosen above.");
        assertThat(page.html().select("#first_language").attr("aria-invalid")).isEqualTo("true");
        assertThat(services.received()).noneMatch(call -> call.method().equals("PUT"));
    }

    @Test
    void sendsTheLogoOnAsItIs() {
        services.answers("PUT /api/branding/logo", Examples.item(Examples.branding()));
        services.answers("DELETE /api/branding/logo", Examples.item(Examples.branding()));

        BrowserPage page = browser.get("/branding");
        BrowserPage sent = browser.upload(page, "/branding/logo", "logo", "picture of \u0000 bytes");

        assertThat(sent.header("Location")).isEqualTo("/branding?saved=logo");
        assertThat(sent("PUT", "/api/branding/logo").body()).isEqualTo("picture of \u0000 bytes");
        assertThat(browser.send(page, "/branding/logo/remove").header("Location")).isEqualTo("/branding?saved=logo");
    }

    @Test
    void saysWhatIsWrongWithALogo() {
        services.refuses("PUT /api/branding/logo", 422, "api.validation_failed", new JsonObject().put("messages",
                new JsonObject().put("logo", JsonArray.of("The logo must be a PNG, JPEG or WebP picture."))));
        BrowserPage refused = browser.upload(browser.get("/branding"), "/branding/logo", "logo", "<svg/>");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.texts("#logo_error")).containsExactly("The logo must be a PNG, JPEG or WebP picture.");

        services.refuses("PUT /api/branding/logo", 413, "api.payload_too_large", null);
        assertThat(browser.upload(browser.get("/branding"), "/branding/logo", "logo", "x".repeat(230_000)).texts("#logo_error"))
                .containsExactly("The logo may not be larger than 200 KiB.");
    }

    @Test
    void showsTheLogoFromItsOwnAddress() {
        services.shows("/brand/logos/9f86d081.png", "a picture");

        BrowserPage picture = browser.get("/branding/logo");

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.text()).isEqualTo("a picture");
        services.answers("GET /api/branding", Examples.item(Examples.branding().putNull("logo_url")));
        assertThat(browser.get("/branding/logo").status()).isEqualTo(404);
        assertThat(browser.get("/branding").html().select(".logo")).isEmpty();
    }

    private static String[] with(String action) {
        String[] fields = Arrays.copyOf(TYPED, TYPED.length + 1);
        fields[TYPED.length] = action;
        return fields;
    }

    private StandIn.Received sent(String method, String uri) {
        return services.received().stream().filter(call -> call.method().equals(method) && call.uri().equals(uri)).findFirst()
                .orElseThrow();
    }
}
