package io.housemates.booking.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.booking.support.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class CredentialsTest {

    TestPartner partner;
    TestPartner other;

    @BeforeEach
    void introducePartners() {
        partner = TestPartner.introduced();
        other = TestPartner.introduced();
    }

    @Test
    void letsInWhoeverHasBothRight() {
        given().header("authorization", "bearer " + partner.token().secret()).header("x-api-partner-id", partner.id())
                .get("/api/bookings").then().statusCode(200);
    }

    @Test
    void refusesEveryOtherCombination() {
        refuses(given());
        refuses(given().header("X-API-PARTNER-ID", partner.id()));
        refuses(given().header("Authorization", "Bearer " + partner.token().secret()));
        refuses(with("Bearer " + partner.token().secret(), other.id()));
        refuses(with("Bearer " + partner.token().secret(), "unknown"));
        refuses(with("Bearer " + partner.token().secret(), " "));
        refuses(with("Bearer unknown", partner.id()));
        refuses(with("Bearer ", partner.id()));
        refuses(with("Bearer", partner.id()));
        refuses(with("Basic " + partner.token().secret(), partner.id()));
        refuses(with(partner.token().secret(), partner.id()));
    }

    @Test
    void refusesARevokedTokenWithinASecond() {
        partner.revoke();

        await().atMost(Duration.ofSeconds(1)).until(() -> partner.request().get("/api/bookings").statusCode() == 401);
        other.request().get("/api/bookings").then().statusCode(200);
    }

    private static RequestSpecification with(String authorization, String partnerId) {
        return given().header("Authorization", authorization).header("X-API-PARTNER-ID", partnerId);
    }

    private static void refuses(RequestSpecification request) {
        request.get("/api/bookings").then().statusCode(401)
                .body("success", equalTo(false)).body("message", equalTo("api.unauthenticated")).body("data", nullValue());
    }
}
