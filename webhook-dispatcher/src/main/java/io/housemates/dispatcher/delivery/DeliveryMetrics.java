package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts and times what happens to deliveries. */
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry registry;
    private final Timer firstAttempt;
    private final Timer delivered;
    private final Timer connected;
    private final Timer answered;
    private final Counter leasesLost;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.firstAttempt = histogram("webhook_first_attempt", "From the event to its first attempt.");
        this.delivered = histogram("webhook_delivered", "From the event to its delivery.");
        this.connected = histogram("webhook_phase_connected",
                "From the start of an attempt to a connection, DNS and TLS included.");
        this.answered = histogram("webhook_phase_answered", "From the start of an attempt to the answer's first byte.");
        this.leasesLost = Counter.builder("webhook_lease_losses")
                .description("Results refused because the delivery was claimed again meanwhile: possible duplicates.")
                .register(registry);
    }

    void attempted(Delivery delivery, AttemptResult result, Next next, Instant now) {
        registry.counter("webhook_attempts", "outcome", result.outcome().label(), "reason", result.outcome().reason())
                .increment();
        if (delivery.isFirst()) {
            firstAttempt.record(age(delivery, now.minus(result.took())));
        }
        if (next.status() == DeliveryStatus.DELIVERED) {
            delivered.record(age(delivery, now));
        }
        if (result.connected() != null) {
            connected.record(result.connected());
        }
        if (result.answered() != null) {
            answered.record(result.answered());
        }
    }

    void leasesLost(int count) {
        leasesLost.increment(count);
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
