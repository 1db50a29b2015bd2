package io.housemates.dispatcher.delivery;

import java.time.Duration;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that work moves: due deliveries are looked for, and results are written. */
@Readiness
class ProgressCheck implements HealthCheck {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Claimer claimer;
    private final Results results;
    private final Lanes lanes;

    ProgressCheck(Claimer claimer, Results results, Lanes lanes) {
        this.claimer = claimer;
        this.results = results;
        this.lanes = lanes;
    }

    @Override
    public HealthCheckResponse call() {
        Duration sinceRound = claimer.sinceLastRound();
        return HealthCheckResponse.named("deliveries make progress")
                .status(sinceRound.compareTo(LONGEST) < 0 && !results.isFailing())
                .withData("seconds_since_last_claim", sinceRound.toSeconds())
                .withData("results_failing", results.isFailing())
                .withData("in_flight", lanes.inFlight())
                .build();
    }
}
