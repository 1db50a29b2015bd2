package io.housemates.checkout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.localstack.testing.ApiDescription;

/** The API describes itself on the service's own port, completely. */
@CheckoutTest
class ApiDescriptionTest {

    @Test
    void isComplete() throws Exception {
        String document = given().get("/openapi?format=json").then().statusCode(200).extract().asString();
        assertThat(ApiDescription.missingIn(new ObjectMapper().readTree(document))).isEmpty();
    }

    @Test
    void canBeReadOnAPage() {
        given().get("/api-docs/").then().statusCode(200);
    }
}
