package io.housemates.checkout.support;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Stripe's side of things: what it has, and what it is made to do wrong. */
public final class Stripe {

    private Stripe() {
    }

    /** The next matching call goes wrong once, see the simulator's fault kinds. */
    public static void fails(String method, String path, String kind) {
        fault(Map.of("match", Map.of("method", method, "path", path), "kind", kind));
    }

    /** Matching calls are taken up only after a second, until it behaves again. */
    public static void isSlow(String method, String path) {
        fault(Map.of("match", Map.of("method", method, "path", path), "kind", "slow", "times", 1_000_000));
    }

    public static void forgetsToTell(String eventType) {
        fault(Map.of("match", Map.of("event", eventType), "kind", "webhook_dropped"));
    }

    /** Sends the event about the intent once more, or for the first time. */
    public static void tellsAgain(String eventType, String intentId) {
        String event = latestEvent(Map.of(eventType, "id"), intentId).path("id").asText();
        control().body(Map.of()).post("/_simulator/events/" + event + "/deliver").then().statusCode(200);
    }

    public static void misdelivers(String eventType, String kind) {
        fault(Map.of("match", Map.of("event", eventType), "kind", kind, "delay_ms", 500));
    }

    /** The next matching call takes effect at once and is answered after so long. */
    public static void answersLate(String method, String path, Duration delay) {
        fault(Map.of("match", Map.of("method", method, "path", path), "kind", "slow_answer", "delay_ms", delay.toMillis()));
    }

    /** Every call is answered after so long until it behaves again. */
    public static void isSlow(Duration delay) {
        fault(Map.of("kind", "slow_answer", "delay_ms", delay.toMillis(), "times", 1_000_000));
    }

    /** Its search does not find what is younger; zero to find everything again. */
    public static void searchLags(Duration lag) {
        control().body(Map.of("lag_ms", lag.toMillis())).put("/_simulator/search").then().statusCode(200);
    }

    /** From now on Stripe sends events of these types only; an asterisk stands for all. */
    public static void tells(List<String> types) {
        control().body(Map.of("url", "http://127.0.0.1:" + setting("quarkus.http.test-port") + "/stripe/webhooks", "secret",
                setting("STRIPE_WEBHOOK_SECRET"), "enabled_events", types)).put("/_simulator/webhooks").then().statusCode(200);
    }

    /** No event is delivered until it behaves again; they can be read all the same. */
    public static void tellsNobody() {
        fault(Map.of("kind", "webhook_dropped", "times", 1_000_000));
    }

    /** Whatever is called next goes wrong, so many times. @return what ends it */
    public static String troubles(String kind, int times) {
        return control().body(Map.of("kind", kind, "times", times)).post("/_simulator/faults").then().statusCode(200)
                .extract().path("id");
    }

    public static void stopsTroubling(String id) {
        control().delete("/_simulator/faults/" + id).then().statusCode(200);
    }

    /**
     * The latest event of one of the types about the intent, null where there is none. @param types field with the intent's id
     * by type
     */
    public static JsonNode latestEvent(Map<String, String> types, String intentId) {
        JsonNode events = answer(
                read().queryParam("types[]", types.keySet()).queryParam("limit", 100).get("/v1/events")).path("data");
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> intentId.equals(
                        event.path("data").path("object").path(types.get(event.path("type").asText())).asText()))
                .findFirst().orElse(null);
    }

    /** As it is sent. */
    public static String event(String id) {
        return read().get("/v1/events/" + id).then().statusCode(200).extract().asString();
    }

    public static void behaves() {
        control().delete("/_simulator/faults").then().statusCode(200);
    }

    public static List<Map<String, Object>> intentsOf(String sessionId) {
        return Json.objects(answer(read().queryParam("query", "metadata['session_id']:'" + sessionId + "'")
                .get("/v1/payment_intents/search")).path("data"));
    }

    public static JsonNode intent(String intentId) {
        return answer(read().get("/v1/payment_intents/" + intentId));
    }

    static JsonNode charge(String chargeId) {
        return answer(read().get("/v1/charges/" + chargeId));
    }

    public static List<Map<String, Object>> refundsOf(String intentId) {
        return Json.objects(answer(read().queryParam("payment_intent", intentId).get("/v1/refunds")).path("data"));
    }

    /** The student's bank asks, and the student passes or fails. */
    public static void authenticates(String intentId, boolean passes) {
        dashboard(intentId, "authenticate", outcome(passes));
    }

    /** What people do in Stripe's own dashboard: refund, dispute, cancel, alter. */
    public static void dashboard(String intentId, String action, Map<String, Object> body) {
        control().body(body).post("/_simulator/payment_intents/" + intentId + "/" + action).then().statusCode(200);
    }

    /** The bank's word on a payment that is processing. */
    public static void settles(String intentId, boolean paid) {
        dashboard(intentId, "settle", outcome(paid));
    }

    /** The student's bank sends back all that was refunded so far. */
    public static void sendsRefundsBack(String intentId) {
        refundsOf(intentId).forEach(refund -> control().body(outcome(false))
                .post("/_simulator/refunds/" + refund.get("id") + "/settle").then().statusCode(200));
    }

    private static Map<String, Object> outcome(boolean good) {
        return Map.of("outcome", good ? "succeeded" : "failed");
    }

    /** The student's bank takes the money back. @return the dispute's id */
    public static String disputes(String intentId) {
        return control().body(Map.of("reason", "fraudulent")).post("/_simulator/payment_intents/" + intentId + "/dispute")
                .then().statusCode(200).extract().path("id");
    }

    /** People at Stripe answer the bank. */
    public static void respond(String disputeId) {
        control().body(Map.of()).post("/_simulator/disputes/" + disputeId + "/respond").then().statusCode(200);
    }

    /** The bank's word. */
    public static void decides(String disputeId, boolean forUs) {
        control().body(Map.of("outcome", forUs ? "won" : "lost")).post("/_simulator/disputes/" + disputeId + "/close")
                .then().statusCode(200);
    }

    private static JsonNode answer(Response answer) {
        answer.then().statusCode(200);
        return Json.of(answer);
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
