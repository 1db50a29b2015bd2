package io.housemates.dispatcher.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

/** Forgets endpoints that got nothing for a while: they come and go, and the service runs for months. */
@ApplicationScoped
class LaneEviction {

    private final Lanes lanes;

    LaneEviction(Lanes lanes) {
        this.lanes = lanes;
    }

    @Scheduled(every = "5m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        lanes.engine().runOnContext(ignored -> lanes.forgetIdle());
    }
}
