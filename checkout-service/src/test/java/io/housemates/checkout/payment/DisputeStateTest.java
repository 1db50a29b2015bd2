package io.housemates.checkout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.checkout.audit.IllegalMoveException;

class DisputeStateTest {

    @ParameterizedTest
    @CsvSource({ "needs_response,NEEDS_RESPONSE", "warning_needs_response,NEEDS_RESPONSE", "under_review,UNDER_REVIEW",
            "warning_under_review,UNDER_REVIEW", "won,WON", "warning_closed,WON", "lost,LOST", "prevented,LOST",
            "something_new,UNDER_REVIEW" })
    void readsStripesWords(String status, DisputeState state) {
        assertThat(DisputeState.of(status)).isEqualTo(state);
    }

    @Test
    void movesOnlyToAnotherState() {
        var dispute = new Dispute();
        dispute.id = "dp_1";
        dispute.state = DisputeState.WON;
        assertThatThrownBy(() -> dispute.become(DisputeState.WON, Instant.EPOCH)).isInstanceOf(IllegalMoveException.class);
        assertThat(dispute.become(DisputeState.LOST, Instant.EPOCH).from()).isEqualTo(DisputeState.WON);
    }
}
