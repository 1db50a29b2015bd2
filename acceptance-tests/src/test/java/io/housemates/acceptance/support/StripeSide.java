package io.housemates.acceptance.support;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Stripe's side of things: what it has, what it was asked, and what it is made to do wrong. */
public final class StripeSide {

    private static final String SECRET_KEY = "sk_test_simulator";
    private static final int LONGER_THAN_ANYBODY_WAITS = 60_000;

    private StripeSide() {
    }

    /** The next matching call gets no answer, see the simulator's fault kinds. */
    public static void fails(String method, String path, String kind) {
        fault(Json.object().put("kind", kind).put("delay_ms", LONGER_THAN_ANYBODY_WAITS)
                .set("match", Json.object().put("method", method).put("path", path)));
    }

    /** All matching calls are refused until it behaves again. */
    public static void isAwayFor(String method, String path) {
        fault(Json.object().put("kind", "status_503").put("times", 1_000)
                .set("match", Json.object().put("method", method).put("path", path)));
    }

    public static void forgetsToTell(String eventType, String intentId) {
        fault(Json.object().put("kind", "webhook_dropped")
                .set("match", Json.object().put("event", eventType).put("object", intentId)));
    }

    public static void behaves() {
        stripe().delete("/_simulator/faults").expect(200);
    }

    /** How often it was asked, answered or not. */
    public static long requests(String method, String path) {
        return stripe().get("/_simulator/requests?method=" + method + "&path=" + path).expect(200).json().path("data").size();
    }

    /** Statuses of the intents that carry the session in their metadata. */
    public static List<String> intentsOf(String sessionId) {
        return Json.items(stripe().with("Authorization", "Bearer " + SECRET_KEY)
                .get("/v1/payment_intents/search?query=metadata%5B%27session_id%27%5D%3A%27" + sessionId + "%27").expect(200)
                .json().path("data")).map(intent -> intent.path("status").asText()).toList();
    }

    /** Somebody refunds all of it in Stripe's own dashboard. */
    public static Reply refundsByHand(Checkout checkout) {
        return stripe().post("/_simulator/payment_intents/" + checkout.intentId() + "/refund", Json.object());
    }

    public static List<JsonNode> refundsOf(Checkout checkout) {
        return Json.items(stripe().with("Authorization", "Bearer " + SECRET_KEY)
                .get("/v1/refunds?payment_intent=" + checkout.intentId()).expect(200).json().path("data")).toList();
    }

    /** Everything in one of Stripe's lists. */
    public static List<JsonNode> all(String list) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            String from = all.isEmpty() ? "" : "&starting_after=" + all.get(all.size() - 1).path("id").asText();
            page = stripe().with("Authorization", "Bearer " + SECRET_KEY).get(list + "?limit=100" + from).expect(200).json();
            Json.items(page.path("data")).forEach(all::add);
        } while (page.path("has_more").asBoolean());
        return all;
    }

    private static void fault(JsonNode fault) {
        stripe().post("/_simulator/faults", fault).expect(200);
    }

    private static Api stripe() {
        return new Api(SharedStack.get().description().stripeApi());
    }
}
