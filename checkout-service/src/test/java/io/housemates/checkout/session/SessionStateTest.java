package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.housemates.checkout.audit.IllegalMoveException;

class SessionStateTest {

    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest
    @EnumSource(value = SessionState.class, names = { "COMPLETED", "EXPIRED", "CANCELLED" })
    void nothingLeadsOutOfAnEnd(SessionState end) {
        var session = session(end);
        assertThatThrownBy(() -> session.complete("b", NOW)).isInstanceOf(IllegalMoveException.class);
        assertThatThrownBy(session::expire).isInstanceOf(IllegalMoveException.class);
        assertThatThrownBy(() -> session.cancel(null)).isInstanceOf(IllegalMoveException.class);
        assertThatThrownBy(() -> session.needAttention(NOW)).isInstanceOf(IllegalMoveException.class);
    }

    @ParameterizedTest
    @EnumSource(value = SessionState.class, names = { "OPEN", "DETAILS_SAVED", "NEEDS_ATTENTION" })
    void completesFromEveryLivingState(SessionState living) {
        var session = session(living);
        var move = session.complete("01H14V1E5EVWGANKXQG7TVYGQ1", NOW);

        assertThat(move.from()).isEqualTo(living);
        assertThat(move.to()).isEqualTo(SessionState.COMPLETED);
        assertThat(session.bookingId).isEqualTo("01H14V1E5EVWGANKXQG7TVYGQ1");
        assertThat(session.nextStepAt).isNull();
    }

    @Test
    void aPaidSessionInNeedOfAttentionDoesNotExpire() {
        assertThatThrownBy(session(SessionState.NEEDS_ATTENTION)::expire).isInstanceOf(IllegalMoveException.class);
    }

    @Test
    void staysDueWhenNewsCameWhileItWasBooked() {
        var session = session(SessionState.OPEN);
        session.due(NOW);
        session.complete("01H14V1E5EVWGANKXQG7TVYGQ1", NOW);
        assertThat(session.nextStepAt).isEqualTo(NOW);
    }

    /** The clock of whoever was told may be ahead of the clock of whoever does the step. */
    @Test
    void staysDueWheneverNewsCame() {
        var session = session(SessionState.NEEDS_ATTENTION);
        session.due(NOW.plusSeconds(5));
        session.nextStep(null);
        session.cancel(NOW.plusSeconds(60));
        assertThat(session.nextStepAt).isEqualTo(NOW.plusSeconds(5));
    }

    private static CheckoutSession session(SessionState state) {
        var session = new CheckoutSession();
        session.id = "s";
        session.state = state;
        session.nextStepAt = NOW.plusSeconds(30);
        return session;
    }
}
