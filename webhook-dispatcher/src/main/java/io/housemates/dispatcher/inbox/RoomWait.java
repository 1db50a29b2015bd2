package io.housemates.dispatcher.inbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.smallrye.mutiny.Uni;

/**
 * Lets the intake wait until there is room in memory: Kafka is the better place to wait than the database, but not for long,
 * and not again while room is held by endpoints so slow that the last wait was in vain.
 */
final class RoomWait {

    private static final Duration LONGEST = Duration.ofMillis(150);

    private final BooleanSupplier hasRoom;
    private volatile boolean inVain;

    RoomWait(BooleanSupplier hasRoom) {
        this.hasRoom = hasRoom;
    }

    /** Completes once there is room, or no wait for it is worth while. */
    Uni<Void> until() {
        if (hasRoom.getAsBoolean()) {
            inVain = false;
            return Uni.createFrom().voidItem();
        }
        return inVain ? Uni.createFrom().voidItem() : waited();
    }

    private Uni<Void> waited() {
        return Uni.createFrom().item(hasRoom::getAsBoolean)
                .onItem().transformToUni(room -> room ? Uni.createFrom().voidItem()
                        : Uni.createFrom().<Void> failure(new IllegalStateException("no room")))
                .onFailure().retry().withBackOff(Duration.ofMillis(5), Duration.ofMillis(20)).expireIn(LONGEST.toMillis())
                .onFailure().invoke(() -> inVain = true)
                .onFailure().recoverWithNull();
    }
}
