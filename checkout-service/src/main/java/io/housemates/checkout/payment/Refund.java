package io.housemates.checkout.payment;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.housemates.checkout.audit.IllegalMoveException;
import io.housemates.checkout.audit.Move;
import io.housemates.platform.Money;

/** Money of one payment on its way back, or back already; it guards its own transitions. */
@Entity
public class Refund {

    private static final String NAME = "refund";

    @Id
    String id;

    String sessionId;

    String stripeId;

    @Enumerated(EnumType.STRING)
    RefundState state;

    long amount;

    String currency;

    String reason;
    /** Of the payment, minor units: what all refunds together are to leave. */
    long kept;

    boolean ours;

    int attempt = 1;

    int tries;

    Instant tryAfter;

    String lastError;

    Instant createdAt;

    Instant updatedAt;

    public String id() {
        return id;
    }

    public Money money() {
        return new Money(amount, currency);
    }

    public String reason() {
        return reason;
    }

    /** Why the latest try failed, null where none has. */
    public String lastError() {
        return lastError;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** How often Stripe was asked for it. */
    public int tries() {
        return tries;
    }

    public boolean isBack() {
        return is(RefundState.SUCCEEDED);
    }

    boolean is(RefundState other) {
        return state == other;
    }

    /** Whether its money is back, on its way, or still to be sent by us. */
    boolean counts() {
        return !is(RefundState.DROPPED) && (ours || !is(RefundState.FAILED));
    }

    /** Whether it is for us to ask Stripe for it, for the first time or again. */
    boolean isToBeMade(Instant now) {
        return ours && (is(RefundState.FAILED) && !isWaiting(now) || is(RefundState.PENDING) && stripeId == null);
    }

    private boolean isWaiting(Instant now) {
        return tryAfter != null && now.isBefore(tryAfter);
    }

    void tryNow() {
        tryAfter = null;
    }

    boolean isAskedAs(NewRefund order) {
        return is(RefundState.PENDING) && stripeId == null && attempt == order.attempt();
    }

    NewRefund order(String intentId) {
        return new NewRefund(id, attempt, intentId, amount);
    }

    /** @param left minor units, less than wished when people at Stripe were faster */
    void tryFor(long left) {
        if (left < amount) {
            amount = left;
            attempt++;
        }
        tries++;
        stripeId = null;
    }

    /** @param newKey whether the next try is another one in Stripe's eyes */
    void fails(String why, boolean newKey) {
        lastError = why;
        attempt += newKey ? 1 : 0;
    }

    Move begin() {
        return new Move(NAME, id, null, state);
    }

    Move become(RefundState next, Instant at) {
        if (!state.canBecome(next)) {
            throw new IllegalMoveException(NAME, id, state, next);
        }
        var move = new Move(NAME, id, state, next);
        state = next;
        updatedAt = at;
        // Stripe had taken it, so it was a bank that said no, and it will not change its mind at once
        tryAfter = ours && next == RefundState.FAILED && stripeId != null ? at.plus(Pauses.after(Math.max(0, tries - 1)))
                : null;
        return move;
    }
}
