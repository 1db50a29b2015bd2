package io.housemates.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.booking.support.TestPartner;
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
    void showsExportsAsTheyAreSent() {
        String sent = TestPartner.introduced().request().get("/api/bookings/export").then().statusCode(200).extract()
                .asString();
        for (String path : List.of("/api/bookings/export", "/admin/bookings/export")) {
            given().get("/openapi?format=json").then().statusCode(200)
                    .body("paths.'" + path + "'.get.responses.'200'.content.'text/csv'.example", startsWith(sent));
        }
    }

    @Test
    void canBeReadOnAPage() {
        given().get("/api-docs/").then().statusCode(200);
    }
}
