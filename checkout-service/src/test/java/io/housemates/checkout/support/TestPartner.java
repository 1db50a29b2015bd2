package io.housemates.checkout.support;

import static io.restassured.RestAssured.given;

import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A partner with credentials, and what it does over HTTP. */
public record TestPartner(String id, String tokenId, String token) {

    public static TestPartner create() {
        String id = Admin.createPartner();
        var issued = Admin.issueToken(id).extract();
        return new TestPartner(id, issued.path("data.id"), issued.path("data.access_token"));
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token).header("X-API-PARTNER-ID", id)
                .contentType(ContentType.JSON);
    }

    public Response start(TestRoom room) {
        return request().body(Map.of("booking_period_id", room.periodId(), "operator_id", room.operatorId()))
                .post("/api/rooms/" + room.id() + "/checkout/start");
    }

    /** Starts and expects that it works. */
    public Started started(TestRoom room) {
        return Started.of(room, start(room).then().statusCode(201).extract().response());
    }

    /** Starts, pays where something is to be paid, completes, and expects that it works. */
    public Started booked(TestRoom room) {
        var started = started(room);
        if (started.clientSecret() != null) {
            Student.pays(started);
        }
        complete(started).then().statusCode(201);
        return started;
    }

    /** The same of a room with one unit. */
    public Started booked() {
        return booked(TestRoom.withUnits(1));
    }

    /** As the partner sees it. */
    public Response read(Started started) {
        return request().get("/api/checkout/sessions/" + started.sessionId());
    }

    public String stateOf(Started started) {
        return read(started).path("data.item.state");
    }

    public Response complete(Started started) {
        return complete(started, Sample.request());
    }

    public Response complete(Started started, Map<String, Object> sample) {
        sample.put("session_token", started.token());
        return request().body(sample).post("/api/rooms/" + started.room().id() + "/checkout");
    }

    public Response saveDetails(Started started) {
        return saveDetails(started, Sample.request());
    }

    public Response saveDetails(Started started, Map<String, Object> sample) {
        sample.put("session_token", started.token());
        return request().body(sample).put("/api/rooms/" + started.room().id() + "/checkout/details");
    }
}
