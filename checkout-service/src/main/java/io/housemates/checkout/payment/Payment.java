package io.housemates.checkout.payment;

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

    String lastError;

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

    /** Whether nothing went back or is on its way. */
    public boolean isWhole() {
        return state == PaymentState.SUCCEEDED && refundedAmount == 0;
    }

    /** The same for every try of the same attempt, so that Stripe makes one intent however often it is asked. */
    public String idempotencyKey() {
        return keyOf(sessionId, attempt);
    }

    static String keyOf(String sessionId, int attempt) {
        return "intent-" + sessionId + "-" + attempt;
    }

    /** Whether the intent is this session's and of the agreed amount. */
    public boolean agreesWith(Intent intent) {
        return sessionId.equals(intent.sessionId()) && money().equals(intent.amount());
    }

    Move begin() {
        return new Move(NAME, sessionId, null, state);
    }

    void adopt(Intent intent) {
        intentId = intent.id();
        livemode = intent.livemode();
        if (intent.isPaid()) {
            receivedAmount = intent.amount().amount();
            receivedCurrency = intent.amount().currency();
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
