package io.housemates.checkout.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;

@CheckoutTest
class PartnerAdminResourceTest {

    static final String UNKNOWN = "01H14V1E5EVWGANKXQG7TVYGQ1";

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
}
