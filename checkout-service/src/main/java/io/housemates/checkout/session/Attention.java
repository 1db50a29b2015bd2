package io.housemates.checkout.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.PaymentState;
import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/** Sessions that people should look at: paid without details, paid otherwise than agreed, refunds that fail, disputes. */
@ApplicationScoped
class Attention {

    private static final String ACTOR = "admin";

    /** Each part has an index of its own: checkout_session_attention, payment_unsettled and so on. */
    private static final String WANTED = """
            SELECT id FROM checkout_session WHERE state = 'NEEDS_ATTENTION'
            UNION SELECT session_id FROM payment WHERE state = 'REFUND_FAILED'
            UNION SELECT session_id FROM payment WHERE last_error IS NOT NULL AND state <> 'FAILED'
            UNION SELECT session_id FROM payment WHERE disagreement IS NOT NULL AND NOT disagreement_seen
            UNION SELECT session_id FROM dispute WHERE state = 'NEEDS_RESPONSE'""";

    private static final String LIST = """
            SELECT s.id, s.partner_id, s.state, p.state AS payment_state, p.intent_id,
                   coalesce(p.last_error, p.disagreement) AS last_error, s.attention_until, d.reason, d.respond_by
              FROM (%s) wanted
              JOIN checkout_session s ON s.id = wanted.id
              LEFT JOIN payment p ON p.session_id = s.id
              LEFT JOIN dispute d ON d.session_id = s.id AND d.state = 'NEEDS_RESPONSE'
             ORDER BY least(d.respond_by, s.attention_until) NULLS FIRST, s.id LIMIT 1000""".formatted(WANTED);

    private static final String COUNT = "SELECT count(*) FROM (%s) wanted".formatted(WANTED);

    private final Pool pool;
    private final LockedSessions locked;
    private final Reversals reversals;

    Attention(Pool pool, LockedSessions locked, Reversals reversals) {
        this.pool = pool;
        this.locked = locked;
        this.reversals = reversals;
    }

    Uni<List<AttentionView>> list() {
        return pool.query(LIST).execute().map(rows -> {
            List<AttentionView> views = new ArrayList<>();
            for (Row row : rows) {
                views.add(new AttentionView(row.getString("id"), row.getString("partner_id"), row.getString("state"),
                        row.getString("payment_state"), row.getString("intent_id"), row.getString("last_error"),
                        instant(row, "attention_until"), row.getString("reason"), instant(row, "respond_by")));
            }
            return views;
        });
    }

    /** How many wait for somebody. */
    Uni<Long> count() {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** Looks at the session again now, instead of at its next time. */
    Uni<Void> retry(String sessionId) {
        return locked.with(sessionId, reversals::tryAgain);
    }

    /** Gives the money and the unit back now. */
    Uni<Void> refund(String sessionId) {
        return locked.with(sessionId, this::refund);
    }

    /** Takes what was paid otherwise than agreed off the list; its money goes back by itself. */
    Uni<Void> seen(String sessionId) {
        return locked.with(sessionId, (session, payment) -> {
            if (payment == null || !payment.seeDisagreement()) {
                throw CommonError.CONFLICT.exception("nothing disagrees");
            }
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> refund(CheckoutSession session, Payment payment) {
        if (payment != null && payment.state() == PaymentState.REFUND_FAILED) {
            return reversals.tryAgain(session, payment);
        }
        if (payment == null || !payment.state().isPaid() || !session.is(SessionState.NEEDS_ATTENTION)) {
            throw CheckoutError.NOTHING_TO_REFUND.exception();
        }
        return reversals.ofCheckout(session, payment, "refunded by the operator", ACTOR);
    }
}
