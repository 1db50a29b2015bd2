package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.dispatcher.event.OpenedBody;
import io.vertx.core.buffer.Buffer;

/** Endpoints whose limits have grown, and which answer late or never, with more waiting than there are slots. */
class TurnsTest {

    private static final int GROWN = 128;

    private final Slots slots = new Slots(256, 0.75);
    private final Turns turns = new Turns(slots, () -> true);
    private final Map<String, Integer> started = new HashMap<>();

    @ParameterizedTest
    @CsvSource({ "1, 128", "2, 69", "4, 36", "8, 19", "16, 10" })
    void slowEndpointsShareTheSlotsAndLeaveSomeToTheOthers(int slow, int atMostEach) {
        IntStream.range(0, slow).forEach(n -> give(lane("slow" + n), 512));
        take();
        assertThat(started.values()).hasSize(slow).allMatch(count -> count <= atMostEach && count >= atMostEach / 2);

        for (int n = 0; n < 5; n++) {
            give(lane("quick" + n), 1);
        }
        take();
        assertThat(started).containsKeys("quick0", "quick1", "quick2", "quick3", "quick4");
    }

    @Test
    void endpointsThatHangOneAfterTheOtherLeaveSlotsToTheOthers() {
        for (int n = 0; n < 20; n++) {
            give(lane("slow" + n), 512);
            take();
        }
        assertThat(started).hasSize(20);

        give(lane("quick"), 1);
        take();
        assertThat(started).containsKey("quick");
    }

    @Test
    void oneThatHasNothingLeftKeepsNobodyFromTheirTurn() {
        Lane emptied = lane("emptied");
        give(emptied, 1);
        give(lane("other"), 1);
        emptied.drain();
        take();
        assertThat(started).containsOnlyKeys("other");
    }

    private void give(Lane lane, int count) {
        IntStream.range(0, count).forEach(n -> lane.add(delivery(lane.subscriptionId), false));
        turns.give(lane);
    }

    private void take() {
        turns.take((lane, delivery) -> {
            lane.started();
            slots.take(delivery.isFirst());
            started.merge(lane.subscriptionId, 1, Integer::sum);
        });
    }

    private static Lane lane(String name) {
        return new Lane(name, null, new ConcurrencyLimit(GROWN, GROWN),
                new CircuitBreaker(5, Duration.ofSeconds(5), Duration.ofMinutes(5)));
    }

    private static Delivery delivery(String subscription) {
        return new Delivery("d", 1, Long.MAX_VALUE, subscription, 0, "evt_1", "booking.created", Instant.EPOCH, null,
                OpenedBody.of(Buffer.buffer()), 0, 0);
    }

    @Test
    void anEndpointOfWhichNothingIsHereGetsSomethingHoweverFullMemoryIs() {
        Lane full = lane("full");
        IntStream.range(0, 200).forEach(n -> full.add(delivery("full"), true));
        Lane fresh = lane("fresh");
        assertThat(ClaimShares.of(List.of(full, fresh), 0, System.nanoTime())).containsOnly(Map.entry("fresh", 8));
        assertThat(ClaimShares.of(List.of(full, fresh), 40, System.nanoTime()))
                .containsOnly(Map.entry("full", 20), Map.entry("fresh", 20));
    }

    @Test
    void oneClaimHoldsNoMoreHoweverManyEndpointsAreDue() {
        List<Lane> due = IntStream.range(0, 1_000).mapToObj(n -> lane("due" + n)).toList();
        for (int left : new int[] { 4096, 0, -500 }) {
            assertThat(ClaimShares.of(due, left, System.nanoTime()).values().stream().mapToInt(Integer::intValue).sum())
                    .as("with room for %s", left).isBetween(500, 520);
        }
    }

    @Test
    void slowEndpointsLeaveRoomInMemoryToTheOthers() {
        MemoryRoom memory = new MemoryRoom(4096, 512);
        for (int endpoint = 0; endpoint < 16; endpoint++) {
            int waiting = 0;
            while (memory.takes(waiting, 1)) {
                memory.take(1);
                waiting++;
            }
            assertThat(waiting).as("of endpoint %s", endpoint).isPositive();
        }
        assertThat(memory.takes(0, 1)).as("one more endpoint").isTrue();
    }
}
