package io.housemates.checkout.support;

import static io.restassured.RestAssured.given;

import org.eclipse.microprofile.config.ConfigProvider;

import io.restassured.response.ValidatableResponse;

/** The service's management port. */
public final class Management {

    private Management() {
    }

    public static ValidatableResponse metrics() {
        return given()
                .baseUri("http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.management.test-port", int.class))
                .get("/q/metrics").then().statusCode(200);
    }
}
