package io.housemates.dispatcher.delivery;

/** The attempt that ended a delivery, which is kept with its end until it is taken up again. */
public final class LastAttempt {

    /**
     * Part of a statement whose {@code back} is what it took from delivery_finished: one attempt among others from now on. Its
     * day may be the one before its end's, and dropped before it.
     */
    public static final String IS_ONE_OF_SEVERAL = """
            tried AS (
              INSERT INTO attempt (delivery_id, number, at, outcome, reason, status_code, latency_ms, response_head, key_id,
                                   sealed_head)
              SELECT id, attempts, greatest(tried_at, date_trunc('day', finished_at, 'UTC')), outcome, reason, status_code,
                     latency_ms, response_head, key_id, sealed_head
                FROM back WHERE outcome IS NOT NULL),
            """;

    private LastAttempt() {
    }
}
