package io.housemates.checkout.payment;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.housemates.checkout.audit.IllegalMoveException;
import io.housemates.checkout.audit.Move;
import io.housemates.platform.Money;

/** A bank's claim on one payment, as Stripe showed it last; Stripe and people deal with it, we take it into account. */
@Entity
public class Dispute {

    private static final String NAME = "dispute";

    @Id
    String id;

    String sessionId;

    @Enumerated(EnumType.STRING)
    DisputeState state;

    long amount;

    String currency;

    String reason;

    boolean refundable;

    Instant respondBy;

    Instant createdAt;

    Instant updatedAt;

    public String id() {
        return id;
    }

    public DisputeState state() {
        return state;
    }

    public Money money() {
        return new Money(amount, currency);
    }

    public String reason() {
        return reason;
    }

    /** Null where no answer is waited for. */
    public Instant respondBy() {
        return respondBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Whether the bank has the money until it decides, so that a refund would give it away a second time. */
    boolean withholds() {
        return state.isOpen() && !refundable;
    }

    boolean isLost() {
        return state == DisputeState.LOST;
    }

    Move begin() {
        return new Move(NAME, id, null, state);
    }

    void adopt(StripeDispute shown) {
        amount = shown.amount().amount();
        currency = shown.amount().currency();
        reason = shown.reason();
        refundable = shown.refundable();
        respondBy = shown.state() == DisputeState.NEEDS_RESPONSE ? shown.respondBy() : null;
    }

    Move become(DisputeState next, Instant at) {
        if (!state.canBecome(next)) {
            throw new IllegalMoveException(NAME, id, state, next);
        }
        var move = new Move(NAME, id, state, next);
        state = next;
        updatedAt = at;
        return move;
    }
}
