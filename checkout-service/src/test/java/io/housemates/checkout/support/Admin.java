package io.housemates.checkout.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The operator of the system, over HTTP. */
public final class Admin {

    public static final String TOKEN = "admin-for-tests";

    private Admin() {
    }

    public static RequestSpecification request() {
        return given().header("Authorization", "Bearer " + TOKEN).contentType(ContentType.JSON);
    }

    public static String createPartner() {
        return request().body(Map.of("name", "Test partner")).post("/admin/partners").then().statusCode(201)
                .extract().path("data.id");
    }

    public static ValidatableResponse issueToken(String partnerId) {
        return request().body(Map.of("name", "test")).post("/admin/partners/" + partnerId + "/tokens").then().statusCode(201);
    }

    public static void assertNothingViolated() {
        request().get("/admin/invariants").then().statusCode(200).body("data.violations", empty())
                .body("data.items", hasSize(6));
    }
}
