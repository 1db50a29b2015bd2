package io.housemates.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.localstack.testing.ApiDescription;
import io.quarkus.test.junit.QuarkusTest;

/** The API describes itself on the service's own port, completely. */
@QuarkusTest
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
