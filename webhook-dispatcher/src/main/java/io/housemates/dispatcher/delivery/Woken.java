package io.housemates.dispatcher.delivery;

/** Deliveries that become due because the one before them in the order of their booking has ended. */
final class Woken {

    private static final String BEHIND = """
            UPDATE delivery_waiting SET due_at = now() WHERE lease = 0 AND attempts = round_start AND id = ANY(ARRAY(
              SELECT b.id FROM %s o CROSS JOIN LATERAL (
                SELECT id FROM delivery_waiting q
                 WHERE q.subscription_id || ' ' || q.order_key = o.subscription_id || ' ' || o.order_key
                   AND q.position > o.position AND q.lease = 0 OFFSET 0) b)) RETURNING 1""";

    private Woken() {
    }

    /**
     * Part of a statement that wakes what stands behind rows of that statement. Served by delivery_waiting_order and the
     * primary
     * key.
     *
     * @param ended the rows, with all that a waiting delivery has
     */
    static String behind(String ended) {
        return BEHIND.formatted(ended);
    }
}
