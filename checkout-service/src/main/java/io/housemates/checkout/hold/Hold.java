package io.housemates.checkout.hold;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.housemates.checkout.audit.IllegalMoveException;
import io.housemates.checkout.audit.Move;

/** One unit of a booking period that a session keeps or has bought. */
@Entity
class Hold {

    private static final String NAME = "hold";

    @Id
    String id;

    String sessionId;

    @Column(name = "booking_period_id")
    String periodId;

    @Enumerated(EnumType.STRING)
    HoldState state;

    Instant createdAt;

    Instant expiresAt;

    boolean is(HoldState wanted) {
        return state == wanted;
    }

    Move begin() {
        return new Move(NAME, id, null, state);
    }

    Move activateAgain(Instant until) {
        expiresAt = until;
        return move(HoldState.RELEASED, HoldState.ACTIVE);
    }

    Move consume() {
        return move(HoldState.ACTIVE, HoldState.CONSUMED);
    }

    Move release() {
        return move(HoldState.ACTIVE, HoldState.RELEASED);
    }

    Move giveUp() {
        return move(HoldState.CONSUMED, HoldState.RELEASED);
    }

    private Move move(HoldState from, HoldState to) {
        if (state != from) {
            throw new IllegalMoveException(NAME, id, state, to);
        }
        state = to;
        return new Move(NAME, id, from, to);
    }
}
