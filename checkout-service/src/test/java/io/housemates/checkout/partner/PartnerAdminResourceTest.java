package io.housemates.checkout.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.restassured.response.ValidatableResponse;

@CheckoutTest
class PartnerAdminResourceTest {

    static final String UNKNOWN = "01H14V1E5EVWGANKXQG7TVYGQ1";

    @Inject
    CheckoutHosts hosts;

    @Test
    void createsAndListsPartners() {
        String id = Admin.createPartner();
        Admin.request().get("/admin/partners").then().statusCode(200).body("data.items.id", hasItem(id));
    }

    @Test
    void showsATokenOnce() {
        String partner = Admin.createPartner();
        String token = Admin.issueToken(partner).body("data.access_token", matchesPattern("hm_[\\w-]{43}"))
                .extract().path("data.access_token");

        String listed = Admin.request().get("/admin/partners/" + partner + "/tokens").then().statusCode(200).extract()
                .asString();
        assertThat(listed).doesNotContain(token).doesNotContain("access_token");
    }

    @Test
    void revokesATokenAsOftenAsAsked() {
        String partner = Admin.createPartner();
        String token = Admin.issueToken(partner).extract().path("data.id");
        for (int i = 0; i < 2; i++) {
            Admin.request().delete("/admin/partners/" + partner + "/tokens/" + token).then().statusCode(200)
                    .body("data.revoked_at", notNullValue());
        }
    }

    @Test
    void refusesWhatMakesNoPartner() {
        Admin.request().body("{}").post("/admin/partners").then().statusCode(422).body("data.messages", hasKey("name"));
        Admin.request().body("").post("/admin/partners").then().statusCode(422);
        Admin.request().body("{\"name\":").post("/admin/partners").then().statusCode(400);
        Admin.request().body(Map.of("name", "n".repeat(201))).post("/admin/partners").then().statusCode(422);
        Admin.request().body(Map.of("name", "n", "checkout_host", "https://x")).post("/admin/partners").then().statusCode(422)
                .body("data.messages", hasKey("checkout_host"));
    }

    @Test
    void refusesATokenWhoseNameCannotBeStored() {
        Admin.request().body(Map.of("name", "term\u0000inal")).post("/admin/partners/" + Admin.createPartner() + "/tokens")
                .then()
                .statusCode(422).body("data.messages", hasKey("name"));
    }

    @Test
    void givesAHostToOnePartnerOnly() {
        var host = Map.of("name", "n", "checkout_host", "h" + System.nanoTime() + ".example.com");
        Admin.request().body(host).post("/admin/partners").then().statusCode(201);
        Admin.request().body(host).post("/admin/partners").then().statusCode(409)
                .body("message", equalTo("api.checkout_host_taken"));
    }

    @Test
    void knowsNoUnknownPartnerOrToken() {
        Admin.request().body(Map.of("name", "x")).post("/admin/partners/" + UNKNOWN + "/tokens").then().statusCode(404)
                .body("message", equalTo("api.partner_not_found"));
        Admin.request().get("/admin/partners/" + UNKNOWN + "/tokens").then().statusCode(404);
        Admin.request().delete("/admin/partners/" + Admin.createPartner() + "/tokens/" + UNKNOWN).then().statusCode(404)
                .body("message", equalTo("api.access_token_not_found"));
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        String partner = Admin.createPartner();
        String host = "h" + System.nanoTime() + ".example.com";
        change(partner, "{\"checkout_host\":\"" + host.toUpperCase() + "\"}").statusCode(200)
                .body("data.checkout_host", equalTo(host)).body("data.name", equalTo("Test partner"));
        change(partner, "{\"name\":\"Renamed\"}").statusCode(200).body("data.checkout_host", equalTo(host));
        change(partner, "{\"checkout_host\":null}").statusCode(200).body("data.checkout_host", nullValue());
        Admin.request().get("/admin/partners/" + partner).then().statusCode(200).body("data.name", equalTo("Renamed"));
    }

    @Test
    void refusesAChangeThatMakesNoPartner() {
        String partner = Admin.createPartner();
        change(partner, "{\"name\":null,\"checkout_host\":\"127.0.0.1\"}").statusCode(422)
                .body("data.messages", aMapWithSize(2));
        change(partner, "[]").statusCode(400);
        change(UNKNOWN, "{}").statusCode(404);
        Admin.request().get("/admin/partners/" + UNKNOWN).then().statusCode(404);
    }

    @Test
    void givesAHostAgainOnceItIsFree() {
        String host = "{\"checkout_host\":\"h" + System.nanoTime() + ".example.com\"}";
        String one = Admin.createPartner();
        String other = Admin.createPartner();
        change(one, host).statusCode(200);
        change(other, host).statusCode(409).body("message", equalTo("api.checkout_host_taken"));
        change(one, "{\"checkout_host\":null}").statusCode(200);
        change(other, host).statusCode(200);
    }

    @Test
    void aHostOfItsOwnShowsOnePartnerOnly() {
        String own = "h" + System.nanoTime() + ".example.com";
        String partner = Admin.createPartner();
        change(partner, "{\"checkout_host\":\"" + own + "\"}").statusCode(200);

        assertThat(shows(own.toUpperCase() + ":443", partner)).isTrue();
        assertThat(shows(own, UNKNOWN)).isFalse();
        assertThat(shows("localhost:8080", partner)).isTrue();
        assertThat(shows("unheard-of.example.com", UNKNOWN)).isTrue();
    }

    private boolean shows(String host, String partner) {
        return hosts.shows(host, partner).await().indefinitely();
    }

    private static ValidatableResponse change(String partner, String body) {
        return Admin.request().body(body).patch("/admin/partners/" + partner).then();
    }
}
