package io.housemates.checkout.support;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Stripe's side of things: what it has, and what it is made to do wrong. */
public final class Stripe {

    private Stripe() {
    }

    /** The next matching call goes wrong once, see the simulator's fault kinds. */
    public static void fails(String method, String path, String kind) {
        fault(Map.of("match", Map.of("method", method, "path", path), "kind", kind));
    }

    public static void forgetsToTell(String eventType) {
        fault(Map.of("match", Map.of("event", eventType), "kind", "webhook_dropped"));
    }

    /** Sends the event about the intent once more, or for the first time. */
    public static void tellsAgain(String eventType, String intentId) {
        List<Map<String, Object>> events = read().queryParam("type", eventType).queryParam("limit", 100).get("/v1/events")
                .then()
                .statusCode(200).extract().path("data.findAll { it.data.object.id == '" + intentId + "' }");
        control().body(Map.of()).post("/_simulator/events/" + events.get(0).get("id") + "/deliver").then().statusCode(200);
    }

    public static void misdelivers(String eventType, String kind) {
        fault(Map.of("match", Map.of("event", eventType), "kind", kind, "delay_ms", 500));
    }

    public static void behaves() {
        control().delete("/_simulator/faults").then().statusCode(200);
    }

    public static List<Map<String, Object>> intentsOf(String sessionId) {
        return read().queryParam("query", "metadata['session_id']:'" + sessionId + "'").get("/v1/payment_intents/search")
                .then().statusCode(200).extract().path("data");
    }

    public static JsonPath intent(String intentId) {
        return read().get("/v1/payment_intents/" + intentId).then().statusCode(200).extract().jsonPath();
    }

    static JsonPath charge(String chargeId) {
        return read().get("/v1/charges/" + chargeId).then().statusCode(200).extract().jsonPath();
    }

    public static List<Map<String, Object>> refundsOf(String intentId) {
        return read().queryParam("payment_intent", intentId).get("/v1/refunds").then().statusCode(200).extract().path("data");
    }

    /** What people do in Stripe's own dashboard: refund, dispute, cancel, alter. */
    public static void dashboard(String intentId, String action, Map<String, Object> body) {
        control().body(body).post("/_simulator/payment_intents/" + intentId + "/" + action).then().statusCode(200);
    }

    private static void fault(Map<String, Object> fault) {
        control().body(fault).post("/_simulator/faults").then().statusCode(200);
    }

    private static RequestSpecification control() {
        return given().baseUri(setting("STRIPE_API_BASE")).contentType(ContentType.JSON);
    }

    private static RequestSpecification read() {
        return given().baseUri(setting("STRIPE_API_BASE")).header("Authorization", "Bearer " + setting("STRIPE_SECRET_KEY"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
