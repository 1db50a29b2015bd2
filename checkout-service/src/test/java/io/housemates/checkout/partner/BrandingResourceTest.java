package io.housemates.checkout.partner;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.TestPartner;
import io.restassured.response.ValidatableResponse;

@CheckoutTest
class BrandingResourceTest {

    static final String UNKNOWN = "01H14V1E5EVWGANKXQG7TVYGQ1";

    TestPartner partner;

    @BeforeEach
    void createAPartner() {
        partner = TestPartner.create();
    }

    @Test
    void fillsInDefaults() {
        partner.request().get("/api/branding").then().statusCode(200)
                .body("data.item.heading", equalTo("Test partner"))
                .body("data.item.font", equalTo("system"))
                .body("data.item.colours.on_primary", equalTo("#ffffff"))
                .body("data.item", hasKey("logo_url")).body("data.item.logo_url", nullValue());
    }

    @Test
    void showsWhatThePartnerSetAtBothDoors() {
        partner.request().body(BrandingDocs.EXAMPLE).put("/api/branding").then().statusCode(200)
                .body("data.item.heading", equalTo("Northern Rooms"));

        String byPartner = partner.request().get("/api/branding").then().statusCode(200).extract().asString();
        assertThat(Admin.request().get(admin(partner.id())).asString()).isEqualTo(byPartner).contains("#0b6b3a");
    }

    @Test
    void replacesTheWhole() {
        Admin.request().body(BrandingDocs.EXAMPLE).put(admin(partner.id())).then().statusCode(200);
        Admin.request().body(Map.of("heading", "Only this")).put(admin(partner.id())).then().statusCode(200)
                .body("data.item.heading", equalTo("Only this"))
                .body("data.item.terms_url", nullValue())
                .body("data.item.colours.primary", equalTo(Colours.DEFAULT.primary()));
    }

    @Test
    void canBeSentBackAsItWasRead() {
        partner.request().body(BrandingDocs.EXAMPLE).put("/api/branding").then().statusCode(200);
        Object read = partner.request().get("/api/branding").path("data.item");
        Object written = partner.request().body(read).put("/api/branding").then().statusCode(200).extract().path("data.item");
        assertThat(written).isEqualTo(read);
    }

    @Test
    void refusesWithEveryReasonAndChangesNothing() {
        partner.request().body(Map.of("colours", Map.of("text", "#999999"), "terms_url", "http://x.example"))
                .put("/api/branding")
                .then().statusCode(422).body("data.messages", aMapWithSize(2))
                .body("data.messages.'colours.text'", hasItem(
                        "The text needs a contrast of 4.5:1 to the background; #999999 on #ffffff has 2.84:1."));
        partner.request().body("").put("/api/branding").then().statusCode(422);
        partner.request().body("[]").put("/api/branding").then().statusCode(400);
        partner.request().body("{").put("/api/branding").then().statusCode(400);
        fillsInDefaults();
    }

    @Test
    void letsOnlyTheRightOnesIn() {
        given().get("/api/branding").then().statusCode(401);
        partner.request().get(admin(partner.id())).then().statusCode(401);
        partner.request().contentType("image/png").body(Pictures.png(3, 2)).put(admin(partner.id()) + "/logo").then()
                .statusCode(401);
        Admin.request().get(admin(UNKNOWN)).then().statusCode(404).body("message", equalTo("api.partner_not_found"));
        Admin.request().body("{}").put(admin(UNKNOWN)).then().statusCode(404);
        Admin.request().contentType("image/png").body(Pictures.png(3, 2)).put(admin(UNKNOWN) + "/logo").then().statusCode(404);
        Admin.request().delete(admin(UNKNOWN) + "/logo").then().statusCode(404);
    }

    @Test
    void servesTheLogoAsAPictureAndNothingElse() {
        byte[] picture = Pictures.png(30, 20);
        String path = upload(picture, "image/png").statusCode(200).extract().path("data.item.logo_url");

        var served = given().get(path).then().statusCode(200)
                .header("Content-Type", "image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Security-Policy", "default-src 'none'; sandbox").extract();
        assertThat(served.asByteArray()).isEqualTo(picture);
        given().get(path.replace(".png", ".jpg")).then().statusCode(404);
        given().get("/brand/logos/" + "0".repeat(64) + ".png").then().statusCode(404);
        given().get("/brand/logos/..%2fx.png").then().statusCode(404);
    }

    @Test
    void replacesAndRemovesTheLogo() {
        String first = upload(Pictures.png(30, 20), "image/png").statusCode(200).extract().path("data.item.logo_url");
        String second = upload(Pictures.WEBP, "application/octet-stream").statusCode(200).extract().path("data.item.logo_url");

        assertThat(second).isNotEqualTo(first).endsWith(".webp");
        for (int i = 0; i < 2; i++) {
            partner.request().delete("/api/branding/logo").then().statusCode(200).body("data.item.logo_url", nullValue());
        }
    }

    @Test
    void refusesWhatIsNoLogo() {
        upload("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8), "image/svg+xml").statusCode(415);
        upload("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8), "image/png").statusCode(422)
                .body("data.messages.logo", hasItem("The logo must be a PNG, JPEG or WebP picture."));
        upload(new byte[200 * 1024 + 1], "image/png").statusCode(413).body("message", equalTo("api.payload_too_large"));
        upload(new byte[200 * 1024], "image/png").statusCode(422);
        upload(new byte[0], "image/png").statusCode(422);
    }

    @Test
    void tellsTheKeysThatVerifyResults() {
        given().get("/.well-known/jwks.json").then().statusCode(200).header("Cache-Control", "public, max-age=300")
                .body("keys.kty", everyItem(equalTo("EC"))).body("keys[0].kid", equalTo("development"))
                .body("keys[0]", not(hasKey("d")));
    }

    private ValidatableResponse upload(byte[] picture, String type) {
        return partner.request().contentType(type).body(picture).put("/api/branding/logo").then();
    }

    private static String admin(String partnerId) {
        return "/admin/partners/" + partnerId + "/branding";
    }
}
