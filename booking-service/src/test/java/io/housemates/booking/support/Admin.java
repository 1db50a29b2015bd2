package io.housemates.booking.support;

import static io.restassured.RestAssured.given;

import org.eclipse.microprofile.config.ConfigProvider;

import io.restassured.specification.RequestSpecification;

/** The operator of the system, with its token. */
public final class Admin {

    private Admin() {
    }

    public static RequestSpecification request() {
        return given().header("Authorization",
                "Bearer " + ConfigProvider.getConfig().getValue("housemates.admin-token", String.class));
    }
}
