package io.housemates.dashboard.webhook;

import java.time.Instant;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.housemates.dashboard.page.Wording;

/**
 * One try of a delivery.
 *
 * @param number counted from 1
 * @param outcome delivered, failed, throttled, gone or blocked
 * @param reason one word, for example {@code timeout}
 * @param statusCode null when no answer came
 * @param responseHead how the receiver's answer begins; null in lists
 */
@JsonNaming(SnakeCaseStrategy.class)
record Attempt(int number, Instant at, String outcome, String reason, Integer statusCode, int latencyMs,
        String responseHead) {

    /** What came of it, in words. */
    public String result() {
        return switch (reason == null ? "" : reason) {
            case "timeout" -> "No answer in time";
            case "dns" -> "The host name was not found";
            case "connect" -> "No connection";
            case "tls" -> "No trusted TLS connection";
            case "reset" -> "The connection broke";
            case "oversized" -> "The answer was too large";
            case "protocol" -> "The answer was not HTTP";
            case "forbidden_address" -> "Not an address we may send to";
            case "redirect" -> "Redirected with HTTP " + statusCode + ", which we do not follow";
            default -> statusCode == null ? Wording.words(outcome) : "HTTP " + statusCode;
        };
    }
}
