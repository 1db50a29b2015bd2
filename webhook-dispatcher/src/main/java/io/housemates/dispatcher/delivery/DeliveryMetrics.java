package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts and times what happens to deliveries. */
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry registry;
    /** The registry would put a key together for each look-up. */
    private final Map<String, Counter> attempts = new ConcurrentHashMap<>();
    private final Timer firstAttempt;
    private final Timer delivered;
    private final Timer resolved;
    private final Timer connected;
    private final Timer secured;
    private final Timer answered;
    private final Counter leasesLost;
    private final Counter unusable;
    private final Counter leasesTooShort;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.firstAttempt = histogram("webhook_first_attempt", "From the event, or its replay, to the first attempt.");
        this.delivered = histogram("webhook_delivered", "From the event, or its replay, to its delivery.");
        this.resolved = histogram("webhook_phase_resolve", "From the start of an attempt to a vetted address.");
        this.connected = histogram("webhook_phase_connect",
                "From the vetted address to a TCP connection; next to nothing where one is kept alive.");
        this.secured = histogram("webhook_phase_tls",
                "From the TCP connection to the end of the TLS handshake; next to nothing where one is kept alive.");
        this.answered = histogram("webhook_phase_answer", "From the usable connection to the answer's first byte.");
        this.leasesLost = Counter.builder("webhook_lease_losses")
                .description("Results refused because the delivery was claimed again meanwhile: possible duplicates.")
                .register(registry);
        this.unusable = Counter.builder("webhook_unusable_endpoints")
                .description("Attempts that were not made because the endpoint's settings or secrets could not be read.")
                .register(registry);
        this.leasesTooShort = Counter.builder("webhook_late_turns")
                .description(
                        "Deliveries that waited for their turn for so long that the rest of their lease covers no attempt.")
                .register(registry);
    }

    void leaseTooShort() {
        leasesTooShort.increment();
    }

    void attempted(Delivery delivery, AttemptResult result, Next next, Instant now) {
        attempts.computeIfAbsent(result.outcome().label() + " " + result.outcome().kind(), key -> counter(result.outcome()))
                .increment();
        if (delivery.isFirst()) {
            firstAttempt.record(age(delivery, now.minus(result.took())));
        }
        if (next.status() == DeliveryStatus.DELIVERED) {
            delivered.record(age(delivery, now));
        }
        Phases phases = result.phases();
        record(resolved, Duration.ZERO, phases.resolved());
        record(connected, phases.resolved(), phases.connected());
        record(secured, phases.connected(), phases.secured());
        record(answered, phases.usable(), phases.answered());
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder("webhook_attempts").description("Attempts by what they came to.")
                .tag("outcome", outcome.label()).tag("reason", outcome.kind()).register(registry);
    }

    /** A phase that was not reached has no time. */
    private static void record(Timer phase, Duration from, Duration to) {
        if (to != null) {
            phase.record(to.minus(from));
        }
    }

    void leasesLost(int count) {
        leasesLost.increment(count);
    }

    void endpointUnusable() {
        unusable.increment();
    }

    private static Duration age(Delivery delivery, Instant now) {
        Duration age = Duration.between(delivery.eventCreatedAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private Timer histogram(String name, String description) {
        return Timer.builder(name).description(description).publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1)).maximumExpectedValue(Duration.ofMinutes(1)).register(registry);
    }
}
