package io.housemates.checkout.payment;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.housemates.checkout.audit.IllegalMoveException;
import io.housemates.checkout.audit.Move;
import io.housemates.platform.Money;

/** What we know of a session's payment; Stripe holds the truth, this is the mirror. */
@Entity
public class Payment {

    private static final String NAME = "payment";

    @Id
    String sessionId;

    String intentId;

    @Enumerated(EnumType.STRING)
    PaymentState state;

    long amount;

    String currency;

    Boolean livemode;

    int attempt = 1;

    Long receivedAmount;

    String receivedCurrency;

    long refundedAmount;
    /** What is to be left once it was decided what goes back; null before. */
    Long toKeep;
    String disagreement;
    boolean disagreementSeen;

    String lastError;

    Instant missingSince;

    Instant createdAt;

    Instant updatedAt;

    public String intentId() {
        return intentId;
    }

    public PaymentState state() {
        return state;
    }

    public Money money() {
        return new Money(amount, currency);
    }

    /** What Stripe took; what was agreed as long as that is not known. */
    public Money received() {
        return receivedAmount == null ? money() : new Money(receivedAmount, receivedCurrency);
    }

    /** What is back with the student. */
    public Money refunded() {
        return new Money(refundedAmount, received().currency());
    }

    /** The same of what was agreed: what was paid on top of that had to go back first. */
    public Money refundedOfAgreed() {
        long onTop = Math.max(0, received().amount() - amount);
        return new Money(Math.max(0, refundedAmount - onTop), received().currency());
    }

    /** Whether something went back, or is to. */
    public boolean mayHaveRefunds() {
        return state.isRefunding() || state.isRefunded() || refundedAmount > 0;
    }

    /** The same for every try of the same attempt, so that Stripe makes one intent however often it is asked. */
    public String idempotencyKey() {
        return keyOf(sessionId, attempt);
    }

    static String keyOf(String sessionId, int attempt) {
        return "intent-" + sessionId + "-" + attempt;
    }

    /** Stripe's search finds no intent. @return since when it finds none */
    public Duration missing(Instant now) {
        missingSince = missingSince == null ? now : missingSince;
        return Duration.between(missingSince, now);
    }

    /** What of it is not as agreed, so that nothing may be booked for it; null when all is. */
    public String disagreement() {
        return disagreement;
    }

    public boolean disagrees() {
        return disagreement != null;
    }

    /** Whether people at Stripe gave a part back, and what is left is not what was agreed. */
    public boolean isShort() {
        return state == PaymentState.SUCCEEDED && refundedAmount > 0 && received().amount() - refundedAmount != amount;
    }

    /** Somebody has looked at it; false when nothing is to be looked at. */
    public boolean seeDisagreement() {
        disagreementSeen = disagrees();
        return disagreementSeen;
    }

    public void disagree(String what) {
        disagreement = disagreement == null ? what : disagreement;
    }

    Move begin() {
        return new Move(NAME, sessionId, null, state);
    }

    void adopt(Intent intent) {
        intentId = intent.id();
        if (livemode == null) {
            livemode = intent.livemode();
        }
        if (intent.isPaid()) {
            receivedAmount = intent.amount().amount();
            receivedCurrency = intent.amount().currency();
            disagree(Agreement.broken(this, intent));
        }
    }

    boolean is(PaymentState other) {
        return state == other;
    }

    Move become(PaymentState next, Instant at) {
        if (!state.canBecome(next)) {
            throw new IllegalMoveException(NAME, sessionId, state, next);
        }
        var move = new Move(NAME, sessionId, state, next);
        state = next;
        updatedAt = at;
        return move;
    }
}
