package io.housemates.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Stripe's books against ours: one intent per session, none open for a session that is over or that nobody knows of, and as
 * much money given back as we believe.
 */
final class StripeBooks {

    private static final Set<String> LIVING = Set.of("OPEN", "DETAILS_SAVED");
    private static final Set<String> NOT_PAID = Set.of("INIT", "UNKNOWN", "AWAITING_METHOD", "PROCESSING", "CANCELLED",
            "FAILED");
    private static final Set<String> LOST_REFUNDS = Set.of("failed", "canceled");

    private record Mirror(String session, String payment, long refunded) {
    }

    private StripeBooks() {
    }

    static void assertBalanced() {
        Map<String, Mirror> mirrors = mirrors();
        Map<String, Long> refunds = refunds();
        Set<String> sessions = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (JsonNode intent : StripeSide.all("/v1/payment_intents")) {
            String id = intent.path("id").asText();
            Mirror mirror = mirrors.get(id);
            if (!sessions.add(intent.at("/metadata/session_id").asText())) {
                problems.add("a second intent " + id);
            }
            switch (intent.path("status").asText()) {
                case "canceled" -> {
                    // nobody can pay it any more
                }
                case "succeeded" -> {
                    long refunded = refunds.getOrDefault(id, 0L);
                    if (mirror == null || NOT_PAID.contains(mirror.payment) || mirror.refunded != refunded) {
                        problems.add("paid " + id + ", refunded " + refunded + ", but " + mirror);
                    }
                }
                default -> {
                    if (mirror == null || !LIVING.contains(mirror.session)) {
                        problems.add("open " + id + ", but " + mirror);
                    }
                }
            }
        }
        assertThat(problems).as("intents at Stripe that are not as we believe").isEmpty();
    }

    private static Map<String, Mirror> mirrors() {
        Map<String, Mirror> mirrors = new HashMap<>();
        Database.CHECKOUT
                .rows("""
                        SELECT p.intent_id, s.state, p.state, p.refunded_amount FROM payment p JOIN checkout_session s ON s.id = p.session_id
                         WHERE p.intent_id IS NOT NULL""")
                .forEach(row -> mirrors.put(row.get(0), new Mirror(row.get(1), row.get(2), Long.parseLong(row.get(3)))));
        return mirrors;
    }

    /** Minor units that went back or are on their way, by intent. */
    private static Map<String, Long> refunds() {
        Map<String, Long> refunds = new HashMap<>();
        StripeSide.all("/v1/refunds").stream().filter(refund -> !LOST_REFUNDS.contains(refund.path("status").asText()))
                .forEach(refund -> refunds.merge(refund.path("payment_intent").asText(), refund.path("amount").asLong(),
                        Long::sum));
        return refunds;
    }
}
