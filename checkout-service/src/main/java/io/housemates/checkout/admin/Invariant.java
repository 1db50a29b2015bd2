package io.housemates.checkout.admin;

/** What must always hold, each as one query for the ids that break it; architecture, section Invariants. */
enum Invariant {

    UNITS_WITHIN_CAPACITY("held + booked <= maximum_bookings, and both counters equal the rows they count", """
            SELECT b.id FROM booking_period b
              LEFT JOIN (SELECT booking_period_id, count(*) FILTER (WHERE state = 'ACTIVE') AS active,
                                count(*) FILTER (WHERE state = 'CONSUMED') AS consumed
                           FROM hold GROUP BY booking_period_id) h ON h.booking_period_id = b.id
             WHERE b.held + b.booked > b.maximum_bookings
                OR b.held <> coalesce(h.active, 0) OR b.booked <> coalesce(h.consumed, 0)"""),

    ONE_BOOKING_PER_SESSION("at most one booking per session and one session per PaymentIntent", """
            SELECT booking_id AS id FROM checkout_session WHERE booking_id IS NOT NULL GROUP BY booking_id HAVING count(*) > 1
            UNION ALL
            SELECT intent_id FROM payment WHERE intent_id IS NOT NULL GROUP BY intent_id HAVING count(*) > 1"""),

    PAID_MEANS_BOOKED_OR_REFUNDED("every succeeded payment has a booking, a refund under way, or time left to get one", """
            SELECT s.id FROM payment p JOIN checkout_session s ON s.id = p.session_id
             WHERE p.state = 'SUCCEEDED' AND s.state <> 'COMPLETED'
               AND NOT (s.state = 'NEEDS_ATTENTION' AND s.attention_until > $1)
               AND NOT (s.state IN ('OPEN', 'DETAILS_SAVED') AND s.expires_at > $1)"""),

    BOOKED_MEANS_PAID("every booking has a succeeded payment of its session's amount and currency, or a deposit of 0", """
            SELECT s.id FROM checkout_session s
             WHERE s.state = 'COMPLETED' AND s.amount > 0 AND NOT EXISTS (
                   SELECT 1 FROM payment p WHERE p.session_id = s.id AND p.amount = s.amount AND p.currency = s.currency
                      AND p.disagreement IS NULL
                      AND p.state IN ('SUCCEEDED', 'REFUND_PENDING', 'REFUND_FAILED', 'REFUNDED'))"""),

    ONE_COMPLETION_PER_BOOKING("every booking was completed, and announced with it, exactly once", """
            SELECT s.id FROM checkout_session s LEFT JOIN transition t
                ON t.entity = 'session' AND t.entity_id = s.id AND t.to_state = 'COMPLETED'
             WHERE s.state = 'COMPLETED' GROUP BY s.id HAVING count(t.id) <> 1"""),

    NO_INTENT_LEFT_OPEN("no intent is left open for a session that is over", """
            SELECT s.id FROM checkout_session s JOIN payment p ON p.session_id = s.id
             WHERE s.state IN ('EXPIRED', 'CANCELLED') AND p.state IN ('INIT', 'UNKNOWN', 'AWAITING_METHOD', 'PROCESSING')""");

    final String text;
    final String violations;

    Invariant(String text, String violations) {
        this.text = text;
        this.violations = violations;
    }
}
