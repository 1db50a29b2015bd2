package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.event.OpenedBody;
import io.vertx.core.buffer.Buffer;

class LaneTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Outcome OK = new Outcome.Delivered(200);
    private static final Outcome TIMEOUT = new Outcome.Broken(Breakage.TIMEOUT, null);

    private final Slots slots = new Slots(100, 0.75);
    private final Lane lane = new Lane("sub", null, new ConcurrencyLimit(4, 16),
            new CircuitBreaker(3, Duration.ofSeconds(5), Duration.ofSeconds(15)));
    private long now = 1_000 * SECOND;

    @Test
    void startsNoMoreThanItsLimitAtOnce() {
        add(6, 0);
        assertThat(startAll()).isEqualTo(4);
        end(OK);
        assertThat(startAll()).isEqualTo(1);
    }

    @Test
    void growsWithEachRoundOfSuccesses() {
        add(100, 0);
        for (int i = 0; i < 30; i++) {
            startAll();
            end(OK);
        }
        assertThat(lane.limit.current()).isGreaterThan(6).isLessThanOrEqualTo(16);
    }

    @Test
    void successesThatUseOnlyPartOfTheLimitDoNotRaiseIt() {
        for (int i = 0; i < 100; i++) {
            add(1, 0);
            startAll();
            end(OK);
        }
        assertThat(lane.limit.current()).isEqualTo(4);
    }

    @Test
    void halvesOncePerRoundOfTimeouts() {
        add(4, 0);
        startAll();
        long started = now;
        now += SECOND;
        for (int i = 0; i < 2; i++) {
            lane.ended(TIMEOUT, started, now);
        }
        assertThat(lane.limit.current()).isEqualTo(2);
    }

    @Test
    void stopsAfterFailuresInARowAndProbesWithOne() {
        add(8, 0);
        startAll();
        for (int i = 0; i < 3; i++) {
            end(new Outcome.Refused(500));
        }
        assertThat(lane.isStopped()).isTrue();
        assertThat(startAll()).isZero();
        assertThat(lane.claimRoom(now)).isZero();
        assertThat(lane.surplus(now)).hasSize(4);

        now += 6 * SECOND;
        end(new Outcome.Refused(500));
        assertThat(lane.inFlight()).isZero();
        assertThat(lane.claimRoom(now)).isEqualTo(1);
        add(3, 1);
        assertThat(lane.surplus(now)).as("all but the probe").hasSize(2);
        assertThat(startAll()).isEqualTo(1);
        assertThat(lane.claimRoom(now)).isZero();
    }

    @Test
    void waitsLongerAfterEachFailedProbeAndOpensWithTheFirstSuccess() {
        CircuitBreaker breaker = new CircuitBreaker(1, Duration.ofSeconds(5), Duration.ofSeconds(15));
        breaker.note(EndpointSign.FAILING, 0);
        for (long pause : new long[] { 5, 10, 15, 15 }) {
            assertThat(breaker.room(0, now = now + (pause - 1) * SECOND)).as("before %s", pause).isIn(0, 1);
            now += 2 * SECOND;
            assertThat(breaker.room(0, now)).isEqualTo(1);
            assertThat(breaker.room(1, now)).isZero();
            breaker.note(EndpointSign.FAILING, now);
            assertThat(breaker.room(0, now)).isZero();
        }
        breaker.note(EndpointSign.HEALTHY, now);
        assertThat(breaker.room(3, now)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void answersOfTheEndpointsOwnChoiceDoNotOpenTheBreaker() {
        for (int i = 0; i < 10; i++) {
            add(1, 0);
            startAll();
            end(new Outcome.Refused(404));
        }
        assertThat(lane.isStopped()).isFalse();
    }

    @Test
    void leavesAThrottlingEndpointAloneAsLongAsItAsks() {
        add(2, 0);
        startAll();
        end(new Outcome.Throttled(429, Duration.ofSeconds(30)));
        add(1, 0);
        now += 29 * SECOND;
        assertThat(startAll()).isZero();
        now += 2 * SECOND;
        assertThat(lane.surplus(now)).isEmpty();
        assertThat(startAll()).isEqualTo(1);
    }

    @Test
    void holdsNothingOfAnEndpointThatIsGoneUntilItIsChanged() {
        lane.heardOf(1);
        add(6, 0);
        startAll();
        end(new Outcome.Gone(410));
        assertThat(lane.isStopped()).isTrue();
        assertThat(lane.surplus(now)).hasSize(2);
        add(1, 0);
        assertThat(lane.surplus(now)).hasSize(1);
        assertThat(lane.claimRoom(now)).isZero();

        lane.heardOf(2);
        assertThat(lane.isStopped()).isFalse();
        assertThat(lane.claimRoom(now)).isPositive();
    }

    @Test
    void isForgottenOnceItHasRestedAndNothingIsHeldAgainstTheEndpoint() {
        Duration rest = Duration.ofMinutes(10);
        now = System.nanoTime();
        assertThat(lane.isIdle(rest, now)).isFalse();
        long later = now + 601 * SECOND;
        assertThat(lane.isIdle(rest, later)).isTrue();
        add(1, 0);
        assertThat(lane.isIdle(rest, later)).as("something waits").isFalse();
        startAll();
        assertThat(lane.isIdle(rest, later)).as("something is under way").isFalse();
        end(new Outcome.Throttled(429, Duration.ofHours(1)));
        assertThat(lane.isIdle(rest, later)).as("wants to be left alone").isFalse();
        assertThat(lane.isIdle(rest, later + 3600 * SECOND)).isTrue();
    }

    @Test
    void holdsNothingAgainstAnEndpointThatWasChanged() {
        lane.heardOf(1);
        add(3, 0);
        startAll();
        for (int i = 0; i < 3; i++) {
            end(new Outcome.Throttled(503, Duration.ofHours(24)));
        }
        lane.heardOf(1);
        assertThat(lane.claimRoom(now)).isZero();
        lane.heardOf(2);
        assertThat(lane.isStopped()).isFalse();
        assertThat(lane.claimRoom(now)).isPositive();
    }

    @Test
    void firstAttemptsGoBeforeRetriesAndBothHaveReservedRoom() {
        Slots few = new Slots(40, 0.75);
        add(40, 1);
        add(40, 0);
        Lane wide = new Lane("sub", null, new ConcurrencyLimit(100, 100), lane.breaker);
        lane.drain().forEach(delivery -> wide.add(delivery, false));
        int firsts = 0;
        for (Delivery next = wide.poll(few, now); next != null; next = wide.poll(few, now)) {
            few.take(next.isFirst());
            wide.started();
            firsts += next.isFirst() ? 1 : 0;
        }
        assertThat(firsts).as("of 30, as an endpoint alone").isEqualTo(20);
        assertThat(few.free(true, 0)).isTrue();
        assertThat(few.taken() - firsts).as("retries").isBetween(5, 15);
    }

    /** More comes than the endpoint takes, for as long as one looks. */
    @Test
    void whatWaitsInTheDatabaseHasItsTurnHoweverManyNewEventsCome() {
        add(100, 0);
        startAll();
        assertThat(lane.claimRoom(now)).isPositive();
        lane.add(delivery("retry", 1), true);
        lane.add(delivery("older", 0), true);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            add(1, 0);
            end(OK);
            for (Delivery next = lane.poll(slots, now); next != null; next = lane.poll(slots, now)) {
                lane.started();
                sent.add(next.id());
            }
        }
        assertThat(sent).hasSizeGreaterThanOrEqualTo(20).contains("retry", "older");
        assertThat(lane.claimRoom(now)).as("the next ones").isPositive();
    }

    private void add(int count, int attempts) {
        for (int i = 0; i < count; i++) {
            lane.add(delivery("d" + i, attempts), false);
        }
    }

    private Delivery delivery(String id, int attempts) {
        return new Delivery(id, 1, now + 60 * SECOND, "sub", 0, "evt_1", "booking.created", Instant.EPOCH, null,
                OpenedBody.of(Buffer.buffer()), attempts, 0);
    }

    private int startAll() {
        int started = 0;
        while (lane.poll(slots, now) != null) {
            lane.started();
            started++;
        }
        return started;
    }

    private void end(Outcome outcome) {
        lane.ended(outcome, now, now);
    }
}
