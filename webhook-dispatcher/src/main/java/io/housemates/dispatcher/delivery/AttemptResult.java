package io.housemates.dispatcher.delivery;

import java.time.Duration;

/**
 * How one attempt ended.
 *
 * @param responseHead the beginning of the answer, the guard's reason, or null
 * @param took time of the whole attempt
 */
public record AttemptResult(Outcome outcome, String responseHead, Phases phases, Duration took) {

    AttemptResult withHead(String head) {
        return new AttemptResult(outcome, head, phases, took);
    }
}
