package io.housemates.dispatcher.inbox;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Shows how many events wait for their data keys. */
@Startup
@ApplicationScoped
class ParkedGauge {

    private final ParkedEvents parked;
    private final AtomicLong count = new AtomicLong();

    ParkedGauge(ParkedEvents parked, MeterRegistry registry) {
        this.parked = parked;
        Gauge.builder("webhook_parked_events", count, AtomicLong::get)
                .description("Events that wait for their data key, or behind such a one of their booking.").register(registry);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return parked.count().invoke(count::set).replaceWithVoid().onFailure().recoverWithNull();
    }
}
