package io.housemates.checkout.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.audit.IllegalMoveException;
import io.housemates.checkout.audit.Move;
import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.details.SealedDetails;
import io.housemates.platform.Money;

/** One checkout of one room for one period, from Start to its end; it guards its own transitions. */
@Entity
@Table(name = "checkout_session")
class CheckoutSession {

    private static final String NAME = "session";

    @Id
    String id;

    String tokenSha256;

    String partnerId;

    UUID operatorId;

    String roomId;

    @Column(name = "booking_period_id")
    String periodId;

    @Enumerated(EnumType.STRING)
    SessionState state;

    @Convert(converter = JsonColumn.OfOffer.class)
    Offer offer;

    long amount;

    String currency;

    @Convert(converter = JsonColumn.OfDetails.class)
    SealedDetails details;

    String bookingId;

    Instant createdAt;

    Instant expiresAt;

    Instant completedAt;

    Instant attentionUntil;

    Instant nextStepAt;

    int steps;

    /** Something came that the step under way may not have seen; ends with the next claim. */
    boolean news;

    Money money() {
        return new Money(amount, currency);
    }

    boolean isFree() {
        return amount == 0;
    }

    boolean is(SessionState other) {
        return state == other;
    }

    boolean isOver() {
        return state.isOver();
    }

    boolean isPastExpiry(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Until when a unit is kept for the session. */
    Instant holdUntil() {
        return attentionUntil == null ? expiresAt : attentionUntil;
    }

    /** A session that needs attention still takes details. */
    void refuseOver(Instant now) {
        if (is(SessionState.COMPLETED)) {
            throw CheckoutError.BOOKING_ALREADY_COMPLETED.exception(bookingId);
        }
        if (!is(SessionState.NEEDS_ATTENTION) && (isOver() || isPastExpiry(now))) {
            throw CheckoutError.CHECKOUT_SESSION_EXPIRED.exception();
        }
    }

    /** Activity keeps a session alive: {@code sessionLife} from now, at most {@code longestSession} from its start. */
    void extend(Instant now, CheckoutConfig config) {
        Instant longest = createdAt.plus(config.longestSession());
        Instant wished = now.plus(config.sessionLife());
        Instant extended = wished.isBefore(longest) ? wished : longest;
        if (extended.isAfter(expiresAt)) {
            expiresAt = extended;
        }
    }

    /** The reconciler is to come at once, whatever a step that is under way makes of the session. */
    void due(Instant now) {
        nextStepAt = now;
        news = true;
    }

    /** @param next when the reconciler comes next, null for never; it stays due where news came while it was busy */
    void nextStep(Instant next) {
        if (!news) {
            nextStepAt = next;
        }
    }

    Move begin() {
        return new Move(NAME, id, null, state);
    }

    Move saveDetails(SealedDetails given) {
        details = given;
        return become(is(SessionState.NEEDS_ATTENTION) ? SessionState.NEEDS_ATTENTION : SessionState.DETAILS_SAVED);
    }

    Move complete(String newBookingId, Instant at) {
        var move = become(SessionState.COMPLETED);
        bookingId = newBookingId;
        completedAt = at;
        nextStep(null);
        return move;
    }

    Move needAttention(Instant until) {
        var move = become(SessionState.NEEDS_ATTENTION);
        attentionUntil = until;
        nextStep(until);
        return move;
    }

    Move expire() {
        var move = become(SessionState.EXPIRED);
        nextStep(null);
        return move;
    }

    /** @param next when the reconciler goes on with what is left to do (a refund), null when nothing is */
    Move cancel(Instant next) {
        var move = become(SessionState.CANCELLED);
        nextStep(next);
        return move;
    }

    private Move become(SessionState next) {
        if (!state.canBecome(next)) {
            throw new IllegalMoveException(NAME, id, state, next);
        }
        var move = new Move(NAME, id, state, next);
        state = next;
        return move;
    }
}
