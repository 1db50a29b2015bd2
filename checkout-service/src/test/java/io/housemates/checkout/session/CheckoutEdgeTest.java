package io.housemates.checkout.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@CheckoutTest
class CheckoutEdgeTest {

    static final String START = "/api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/checkout/start";
    static final String COMPLETE = "/api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/checkout";

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void letsNoOtherCombinationOfCredentialsIn() {
        var other = TestPartner.create();
        String bearer = "Bearer " + partner.token();
        isUnauthenticated(given().header("X-API-PARTNER-ID", partner.id()).post(START));
        isUnauthenticated(given().header("Authorization", bearer).post(START));
        isUnauthenticated(given().header("Authorization", bearer).header("X-API-PARTNER-ID", other.id()).post(START));
        isUnauthenticated(given().header("Authorization", bearer).header("X-API-PARTNER-ID", "nobody").post(START));
        isUnauthenticated(
                given().header("Authorization", partner.token()).header("X-API-PARTNER-ID", partner.id()).post(START));
        isUnauthenticated(given().header("Authorization", bearer + "x").header("X-API-PARTNER-ID", partner.id()).post(START));
        isUnauthenticated(given().header("Authorization", bearer).post("/admin/partners"));
        isUnauthenticated(given().post("/admin/partners"));
    }

    @Test
    void readsCredentialsInAnyLetterCase() {
        given().header("authorization", "bearer " + partner.token()).header("x-api-partner-id", partner.id())
                .contentType(ContentType.JSON).body("{}").post(START).then().statusCode(422);
    }

    @Test
    void putsARevokedTokenOutAtOnce() {
        io.housemates.checkout.support.Admin.request()
                .delete("/admin/partners/" + partner.id() + "/tokens/" + partner.tokenId()).then().statusCode(200);
        isUnauthenticated(partner.request().body("{}").post(START));
    }

    @Test
    void answersEveryRefusalOfTheHttpLayerWithTheEnvelope() {
        isError(partner.request().get("/nowhere"), 404);
        isError(partner.request().get("/api/rooms/x%2Fy/checkout/unknown"), 404);
        isError(partner.request().delete(START), 405);
        isError(partner.request().accept("text/html").body("{}").post(START), 406);
        isError(partner.request().contentType("text/plain").body("x").post(START), 415);
        isError(partner.request().body("{").post(START), 400);
        isError(partner.request().body("[]").post(COMPLETE), 400);
        isError(partner.request().body("x".repeat(70_000)).post(COMPLETE), 413);
    }

    @Test
    void countsABodyThatDoesNotAnnounceItsLength() {
        var chunked = RestAssuredConfig.config().httpClient(io.restassured.config.HttpClientConfig.httpClientConfig());
        isError(partner.request().config(chunked).body(new java.io.ByteArrayInputStream(new byte[200_000])).post(COMPLETE),
                413);
    }

    @Test
    void namesWhatIsMissingToStart() {
        partner.request().body("{\"operator_id\":5}").post(START).then().statusCode(422)
                .body("message", equalTo("api.validation_failed"))
                .body("data.messages", hasKey("booking_period_id")).body("data.messages", hasKey("operator_id"));
    }

    @Test
    void namesEveryWrongFieldThoughItIsNotSaidOfWhichSession() {
        String body = "{\"session_token\":5,\"is_using_housing_hand\":true,\"resident_details\":{\"contact_number\":\"+44\"},"
                + "\"supporting_contact_details\":[]}";
        for (Response answer : List.of(partner.request().body(body).post(COMPLETE),
                partner.request().body(body).put(COMPLETE + "/details"))) {
            var refused = answer.then().statusCode(422).body("message", equalTo("The phone number is invalid."))
                    .body("data.messages", not(hasKey("is_using_housing_hand")));
            for (String field : List.of("session_token", "paying_in_instalments", "has_uk_based_guarantor",
                    "resident_details.first_name", "resident_details.contact_number", "supporting_contact_details",
                    "course_details")) {
                refused.body("data.messages", hasKey(field));
            }
        }
        partner.request().body("{}").post(COMPLETE).then().statusCode(422).body("message", equalTo("api.validation_failed"))
                .body("data.messages", not(hasKey("supporting_contact_details")));
    }

    @Test
    void knowsNoRoomPeriodOrOperatorThatDoNotBelongTogether() {
        var room = TestRoom.withUnits(1);
        var other = TestRoom.withUnits(1);
        isError(partner.start(new TestRoom("01H14V1E5EVWGANKXQG7TVYGQ1", room.periodId(), room.operatorId())), 404);
        isError(partner.start(new TestRoom(room.id(), other.periodId(), room.operatorId())), 404);
        isError(partner.start(new TestRoom(room.id(), room.periodId(), other.operatorId())), 404);
        isError(partner.start(new TestRoom(room.id(), room.periodId(), "not a uuid")), 404);
        isError(partner.start(new TestRoom("nonsense", room.periodId(), room.operatorId())), 404);
    }

    @Test
    void takesAFormLikeJson() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        given().config(RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .header("Authorization", "Bearer " + partner.token()).header("X-API-PARTNER-ID", partner.id())
                .contentType(ContentType.URLENC)
                .formParam("session_token", started.token())
                .formParam("paying_in_instalments", "true").formParam("has_uk_based_guarantor", "true")
                .formParam("is_using_housing_hand", "true")
                .formParam("resident_details", json(Sample.resident()))
                .formParam("supporting_contact_details", json(Sample.contact()))
                .formParam("course_details", json(Sample.request().get("course_details")))
                .post("/api/rooms/" + started.room().id() + "/checkout").then().statusCode(201);
    }

    @Test
    void keepsErrorsShortAndAscii() {
        var started = partner.started(TestRoom.withUnits(1));
        Map<String, Object> sample = Sample.request();
        sample.put("resident_details", Map.of("contact_number", "+44"));
        String body = partner.complete(started, sample).then().statusCode(422)
                .body("message", equalTo("The phone number is invalid.")).extract().asString();
        assertThat(body).startsWith("{\"success\":false,\"code\":422,\"locale\":\"en\",\"message\":");
        assertThat(body.chars().allMatch(c -> c < 128)).isTrue();
    }

    private static String json(Object value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void isUnauthenticated(Response answer) {
        isError(answer, 401);
    }

    private static void isError(Response answer, int status) {
        answer.then().statusCode(status).contentType(ContentType.JSON)
                .body("success", equalTo(false)).body("locale", equalTo("en")).body("data", nullValue());
        assertThat(answer.asString().chars().allMatch(c -> c < 128)).isTrue();
        assertThat(answer.jsonPath().getString("message").length()).isBetween(1, 66);
    }
}
