package io.housemates.dispatcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class RoomWaitTest {

    private final AtomicBoolean room = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final RoomWait wait = new RoomWait(() -> {
        asked.incrementAndGet();
        return room.get();
    });

    @Test
    void waitsOnceForRoomThatDoesNotComeAndAgainAfterItCame() {
        assertThat(timesAsked()).as("waits").isGreaterThan(2);
        assertThat(timesAsked()).as("in vain before").isOne();

        room.set(true);
        assertThat(timesAsked()).isOne();
        room.set(false);
        assertThat(timesAsked()).as("waits").isGreaterThan(2);
    }

    private int timesAsked() {
        asked.set(0);
        wait.until().await().atMost(Duration.ofSeconds(10));
        return asked.get();
    }
}
