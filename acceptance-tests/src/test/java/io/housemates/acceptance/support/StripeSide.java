package io.housemates.acceptance.support;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Stripe's side of things: what it has, what it was asked, and what it is made to do wrong. */
public final class StripeSide {

    private static final String SECRET_KEY = "sk_test_simulator";

    private StripeSide() {
    }

    /** The next matching call goes wrong once, see the simulator's fault kinds. */
    public static void fails(String method, String path, String kind) {
        JsonNode fault = Json.object().put("kind", kind).put("delay_ms", delay(kind))
                .set("match", Json.object().put("method", method).put("path", path));
        stripe().post("/_simulator/faults", fault).expect(200);
    }

    public static void behaves() {
        stripe().delete("/_simulator/faults").expect(200);
    }

    /** How often it was asked, answered or not; {@code *} stands for one segment of the path. */
    public static long requests(String method, String path) {
        String pattern = path.replace("*", "[^/]+");
        return Json.items(stripe().get("/_simulator/requests?method=" + method).expect(200).json().path("data"))
                .filter(request -> request.path("path").asText().matches(pattern)).count();
    }

    /** Statuses of the intents that carry the session in their metadata. */
    public static List<String> intentsOf(String sessionId) {
        return Json.items(stripe().with("Authorization", "Bearer " + SECRET_KEY)
                .get("/v1/payment_intents/search?query=metadata%5B%27session_id%27%5D%3A%27" + sessionId + "%27").expect(200)
                .json().path("data")).map(intent -> intent.path("status").asText()).toList();
    }

    public static List<JsonNode> refundsOf(Checkout checkout) {
        return Json.items(stripe().with("Authorization", "Bearer " + SECRET_KEY)
                .get("/v1/refunds?payment_intent=" + checkout.intentId()).expect(200).json().path("data")).toList();
    }

    /** Long enough to take the lock meanwhile, where the answer is to come after all. */
    private static int delay(String kind) {
        return kind.equals("slow_answer") ? 3_000 : 60_000;
    }

    private static Api stripe() {
        return new Api(SharedStack.get().description().stripeApi());
    }
}
