package io.housemates.localstack.stripe.http;

import java.util.Optional;

/**
 * What goes back to the caller.
 *
 * @param body JSON text
 * @param remembered whether an idempotency key keeps it: Stripe keeps what a request answered once it began to execute
 * @param replayOf id of the request that got this answer first, if this is a replay
 */
public record Answer(int status, String body, boolean remembered, Optional<String> replayOf) {

    public Answer(int status, String body, boolean remembered) {
        this(status, body, remembered, Optional.empty());
    }

    public static Answer ok(String body) {
        return new Answer(200, body, true);
    }

    @Override
    public String toString() {
        return "Answer[status=" + status + ", replayOf=" + replayOf + "]";
    }
}
