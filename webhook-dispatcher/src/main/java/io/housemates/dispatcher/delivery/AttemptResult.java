package io.housemates.dispatcher.delivery;

import java.time.Duration;

/**
 * How one attempt ended.
 *
 * @param responseHead the beginning of the answer, the guard's reason, or null
 * @param resolved time until the name was resolved and its addresses allowed; null when it never was
 * @param connected time until a connection was there, TLS included; null when it never was
 * @param answered time until the answer's headers; null when none came
 * @param took time of the whole attempt
 */
public record AttemptResult(Outcome outcome, String responseHead, Duration resolved, Duration connected, Duration answered,
        Duration took) {
}
