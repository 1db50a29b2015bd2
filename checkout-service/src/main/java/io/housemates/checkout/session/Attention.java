package io.housemates.checkout.session;

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

/** Sessions that people should look at: paid without details, paid otherwise than agreed, refunds that fail. */
@ApplicationScoped
class Attention {

    private static final String ACTOR = "admin";

    /** Served by checkout_session_attention, payment_unsettled and payment_disagreement. */
    private static final String LIST = """
            SELECT s.id, s.partner_id, s.state, p.state AS payment_state, p.intent_id,
                   coalesce(p.last_error, p.disagreement) AS last_error, s.attention_until
              FROM checkout_session s JOIN payment p ON p.session_id = s.id
             WHERE s.state = 'NEEDS_ATTENTION' OR p.state = 'REFUND_FAILED'
                OR p.disagreement IS NOT NULL AND NOT p.disagreement_seen
             ORDER BY s.attention_until NULLS FIRST, s.id LIMIT 1000""";

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
                OffsetDateTime until = row.getOffsetDateTime("attention_until");
                views.add(new AttentionView(row.getString("id"), row.getString("partner_id"), row.getString("state"),
                        row.getString("payment_state"), row.getString("intent_id"), row.getString("last_error"),
                        until == null ? null : until.toInstant()));
            }
            return views;
        });
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
