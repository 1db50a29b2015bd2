package io.housemates.dispatcher.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.housemates.dispatcher.event.WebhookBody;
import io.housemates.dispatcher.signing.VerificationKey;

/**
 * Explains why a signature does not match, by trying what usually goes wrong at a receiver.
 *
 * @param valid whether a receiver that follows the specification accepts it
 * @param problems what is wrong, in the order to look at; empty when valid
 */
record SignatureCheck(boolean valid, List<String> problems) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** Ten keys sign at most, and each of these is work for each key. */
    private static final int MOST_SIGNATURES = 20;

    static SignatureCheck of(Map<String, String> received, String body, List<VerificationKey> keys, Instant now) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(received);
        List<String> problems = new ArrayList<>();
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            if (headers.get(name) == null || headers.get(name).isBlank()) {
                problems.add("The header " + name + " is missing.");
            }
        }
        if (!problems.isEmpty()) {
            return new SignatureCheck(false, problems);
        }
        Instant timestamp = timestamp(headers.get("webhook-timestamp"), now, problems);
        if (timestamp != null) {
            checkSignature(headers, body, keys, timestamp, problems);
        }
        return new SignatureCheck(problems.isEmpty(), problems);
    }

    private static Instant timestamp(String text, Instant now, List<String> problems) {
        try {
            Instant timestamp = Instant.ofEpochSecond(Long.parseLong(text.strip()));
            if (Duration.between(timestamp, now).abs().compareTo(TOLERANCE) > 0) {
                problems.add(
                        "The timestamp is more than five minutes away from now; receivers refuse that. Check your clock, or "
                                + "paste a fresh delivery.");
            }
            return timestamp;
        } catch (RuntimeException noNumber) {
            problems.add("The header webhook-timestamp is not whole seconds since 1970.");
            return null;
        }
    }

    private static void checkSignature(Map<String, String> headers, String body, List<VerificationKey> keys, Instant timestamp,
            List<String> problems) {
        String id = headers.get("webhook-id").strip();
        List<String> given = Arrays.stream(headers.get("webhook-signature").strip().split("\\s+"))
                .filter(one -> one.startsWith("v1,") || one.startsWith("v1a,")).distinct().toList();
        if (given.isEmpty()) {
            problems.add("The header webhook-signature holds no signature that starts with v1, or v1a,.");
            return;
        }
        if (given.size() > MOST_SIGNATURES) {
            problems.add(
                    "The header webhook-signature holds more than " + MOST_SIGNATURES + " signatures; we never send as many.");
            return;
        }
        if (matches(given, keys, id, timestamp, body)) {
            return;
        }
        problems.add("No signature matches id.timestamp.body with the secrets that are valid now.");
        variants(body).forEach((what, other) -> {
            if (matches(given, keys, id, timestamp, other)) {
                problems.add("It matches " + what + ": verify the exact bytes received, before any parsing.");
            }
        });
    }

    /** What frameworks do to a body before somebody can look at it. */
    private static Map<String, String> variants(String body) {
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put("without the white space around the body", body.strip());
        variants.put("with line ends as LF", body.replace("\r\n", "\n"));
        try {
            variants.put("when the JSON is written without white space", WebhookBody.JSON.readTree(body).toString());
        } catch (JsonProcessingException noJson) {
            // nothing to try
        }
        variants.values().removeIf(body::equals);
        return variants;
    }

    private static boolean matches(List<String> given, List<VerificationKey> keys, String id, Instant timestamp, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return keys.stream().anyMatch(key -> key.accepts(given, id, timestamp, bytes));
    }
}
