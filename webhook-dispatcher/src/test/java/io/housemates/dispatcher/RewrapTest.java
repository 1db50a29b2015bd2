package io.housemates.dispatcher;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.DispatcherTest;

/** The operator's call after a rotation of PERSONAL_DATA_KEYSET, against a real PostgreSQL. */
@DispatcherTest
class RewrapTest {

    @Test
    void hasNothingLeftToDoWhereAllKeysAreWrappedWithThePrimaryOne() {
        given().header("Authorization", "Bearer test-admin").post("/admin/personal-data/rewrap")
                .then().statusCode(200).body("data.left", is(0));
    }
}
