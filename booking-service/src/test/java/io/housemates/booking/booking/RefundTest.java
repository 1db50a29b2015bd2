package io.housemates.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundTest {

    private static final long PAID = 25_000;
    private static final Instant SOON = Instant.parse("2026-09-03T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-09-04T08:00:00Z");

    @Test
    void isNothingAsLongAsTheBookingStands() {
        assertThat(Refund.NOTHING.state(PAID, false)).isEqualTo(RefundState.NONE);
    }

    @Test
    void isPendingFromTheCancellationOnEvenWhereTheAmountIsNotKnown() {
        assertThat(Refund.NOTHING.expecting(PAID).state(PAID, true)).isEqualTo(RefundState.PENDING);
        assertThat(Refund.NOTHING.state(PAID, true)).isEqualTo(RefundState.PENDING);
        assertThat(Refund.NOTHING.declined().state(PAID, true)).isEqualTo(RefundState.NONE);
        assertThat(Refund.NOTHING.expecting(0L).state(0, true)).isEqualTo(RefundState.NONE);
    }

    @Test
    void concludesTheSameInWhateverOrderItIsTold() {
        var refund = Refund.NOTHING.expecting(PAID);

        assertThat(refund.failed(0L, SOON).madeUpTo(PAID, LATER)).isEqualTo(refund.madeUpTo(PAID, LATER).failed(0L, SOON));
        assertThat(refund.madeUpTo(10_000, SOON).madeUpTo(PAID, LATER))
                .isEqualTo(refund.madeUpTo(PAID, LATER).madeUpTo(10_000, SOON));
        assertThat(refund.madeUpTo(PAID, SOON).madeUpTo(PAID, SOON)).isEqualTo(refund.madeUpTo(PAID, SOON));
    }

    @Test
    void tellsPartialFullAndFailed() {
        var refund = Refund.NOTHING.expecting(PAID);

        assertThat(refund.madeUpTo(PAID, SOON).state(PAID, true)).isEqualTo(RefundState.REFUNDED);
        assertThat(refund.madeUpTo(10_000, SOON).state(PAID, true)).isEqualTo(RefundState.PARTIAL);
        assertThat(Refund.NOTHING.madeUpTo(10_000, SOON).state(PAID, false)).isEqualTo(RefundState.PARTIAL);
        assertThat(refund.failed(0L, SOON).state(PAID, true)).isEqualTo(RefundState.FAILED);
        assertThat(refund.madeUpTo(10_000, SOON).failed(10_000L, LATER).state(PAID, true)).isEqualTo(RefundState.FAILED);
        assertThat(refund.failed(0L, SOON).madeUpTo(PAID, LATER).state(PAID, true)).isEqualTo(RefundState.REFUNDED);
        assertThat(refund.madeUpTo(PAID, SOON).failed(null, LATER).state(PAID, true)).isEqualTo(RefundState.REFUNDED);
    }

    @Test
    void expectsWhatWasAgreedAgainWhenABankSendsBackWhatPeopleGaveBefore() {
        var givenBefore = Refund.NOTHING.madeUpTo(PAID, SOON).expecting(10_000L).declined();
        assertThat(givenBefore.due()).isEqualTo(10_000);

        var sentBack = givenBefore.failed(0L, LATER);
        assertThat(sentBack.state(PAID, true)).isEqualTo(RefundState.FAILED);
        assertThat(sentBack.madeUpTo(10_000, LATER.plusSeconds(1)).state(PAID, true)).isEqualTo(RefundState.PARTIAL);
        assertThat(Refund.NOTHING.expecting(PAID).madeUpTo(10_000, SOON).declined().due()).isEqualTo(10_000);
    }

    @Test
    void believesABankThatSendsTheMoneyBack() {
        var sentBack = Refund.NOTHING.expecting(PAID).madeUpTo(PAID, SOON).failed(0L, LATER);

        assertThat(sentBack.state(PAID, true)).isEqualTo(RefundState.FAILED);
        assertThat(sentBack.refunded()).isZero();
        assertThat(Refund.NOTHING.expecting(PAID).failed(0L, LATER).madeUpTo(PAID, SOON)).isEqualTo(sentBack);
        assertThat(sentBack.madeUpTo(PAID, LATER.plusSeconds(1)).state(PAID, true)).isEqualTo(RefundState.REFUNDED);
    }

    @ParameterizedTest
    @CsvSource({ "VISA, 2026-09-08T10:15:30.122Z, 25000", "VISA, 2026-09-08T10:15:30.123Z, 12500",
            "STUDENT, 2026-12-01T00:00:00Z, 8332",
            "PAYMENT_DISPUTE, 2026-09-01T10:15:31Z, 0" })
    void expectsWhatTheTermsSay(CancellationReason reason, Instant at, Long due) {
        var terms = new CancellationTerms(Instant.parse("2026-09-08T10:15:30.123Z"),
                List.of(new CancellationTerms.Share("visa", 100, 50), new CancellationTerms.Share("student", 100, 33),
                        new CancellationTerms.Share("payment_dispute", 0, 0)));

        assertThat(terms.due(reason, at, reason == CancellationReason.STUDENT ? 25_251 : PAID)).isEqualTo(due);
        assertThat(terms.due(CancellationReason.OPERATOR, at, PAID)).isNull();
    }
}
