package io.housemates.acceptance.crash;

import static io.housemates.acceptance.crash.Death.AFTER_THE_EFFECT;
import static io.housemates.acceptance.crash.Death.BEFORE_THE_EFFECT;
import static io.housemates.acceptance.crash.Death.BEFORE_WRITING_IT_DOWN;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.EverythingAddsUp;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.localstack.Service;

/**
 * Kills checkout-service at every boundary between its transactions and its calls to Stripe, and inside the transactions that
 * call nobody. Whatever was under way is mended within a minute of the restart, and no intent is orphaned.
 *
 * One kill serves all steps of a line: each has its own student and room, and stands at its own boundary when it comes.
 */
@AcceptanceTest
@Tag("every-crash")
class CrashPointsIT {

    /** A line of the table: how the process dies while each of these steps is under way. */
    record Boundary(Death death, List<Supplier<Step>> steps) {

        @Override
        public String toString() {
            return death.toString();
        }
    }

    /** Steps that begin with a request, or with a session that became due. */
    private static final List<Supplier<Step>> UNTIL_SOLD_OR_OVER = List.of(Steps.Start::new, Steps.Complete::new,
            Steps.CompleteWithSavedDetails::new, Steps.NobodyCameBack::new, Steps.Expiry::new);

    private static final List<Supplier<Step>> REFUNDS = List.of(Refunds.OfTheLoser::new, Refunds.AfterAttention::new,
            Refunds.OfACancelledBooking::new);

    /** They ask nobody: either all of it is written or nothing. */
    private static final List<Supplier<Step>> DECISIONS = List.of(Decisions.KeepAUnit::new, Decisions.SaveDetails::new,
            Decisions.AnnounceABooking::new, Decisions.CallForAttention::new, Decisions.GiveUpWaiting::new,
            Decisions.GiveABookingBack::new);

    static Stream<Boundary> boundaries() {
        return Stream.of(
                new Boundary(BEFORE_THE_EFFECT, UNTIL_SOLD_OR_OVER),
                new Boundary(AFTER_THE_EFFECT, UNTIL_SOLD_OR_OVER),
                new Boundary(BEFORE_WRITING_IT_DOWN, UNTIL_SOLD_OR_OVER),
                new Boundary(BEFORE_THE_EFFECT, REFUNDS),
                new Boundary(AFTER_THE_EFFECT, REFUNDS),
                new Boundary(BEFORE_WRITING_IT_DOWN, REFUNDS),
                new Boundary(BEFORE_WRITING_IT_DOWN, DECISIONS));
    }

    @AfterEach
    void everythingIsUp() {
        StripeSide.behaves();
        Services.process(Service.CHECKOUT).start().awaitReady();
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void isMendedWithinAMinuteOfTheRestart(Boundary boundary) {
        List<Step> steps = boundary.steps.stream().map(Supplier::get).toList();
        steps.forEach(Step::prepare);

        boundary.death.during(steps);
        StripeSide.behaves();
        Services.process(Service.CHECKOUT).start().awaitReady();

        Patience.await("everything to be mended").untilAsserted(() -> steps.forEach(Step::isMended));
        EverythingAddsUp.await();
        steps.forEach(Step::goOn);
    }
}
