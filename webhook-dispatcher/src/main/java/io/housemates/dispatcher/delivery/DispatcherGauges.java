package io.housemates.dispatcher.delivery;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Shows how much waits, how long, and which endpoints are kept away. */
@Startup
@ApplicationScoped
class DispatcherGauges {

    /**
     * Hops from endpoint to endpoint like the claim does. Throttled, failing and disabled ones do not count: they wait on
     * purpose.
     */
    static final String OLDEST_DUE = """
            WITH RECURSIVE hop AS (
              (SELECT subscription_id FROM delivery_waiting ORDER BY subscription_id LIMIT 1)
              UNION ALL
              SELECT (SELECT d.subscription_id FROM delivery_waiting d WHERE d.subscription_id > hop.subscription_id
                       ORDER BY d.subscription_id LIMIT 1)
                FROM hop WHERE hop.subscription_id IS NOT NULL)
            SELECT coalesce(max(extract(epoch FROM now() - (SELECT d.due_at FROM delivery_waiting d
                                  WHERE d.subscription_id = hop.subscription_id ORDER BY d.due_at LIMIT 1))), 0)::bigint AS seconds
              FROM hop JOIN subscription s ON s.id = hop.subscription_id AND s.enabled AND s.deleted_at IS NULL
              LEFT JOIN endpoint_health h ON h.subscription_id = s.id
             WHERE (h.throttled_until IS NULL OR h.throttled_until <= now()) AND h.failing_since IS NULL""";

    private final Pool pool;
    private final AtomicLong oldestDueSeconds = new AtomicLong();

    DispatcherGauges(Pool pool, MeterRegistry registry, Lanes lanes) {
        this.pool = pool;
        Gauge.builder("webhook_oldest_due_seconds", oldestDueSeconds, AtomicLong::get)
                .description(
                        "Age of the longest due delivery; endpoints that fail do not count.")
                .register(registry);
        Gauge.builder("webhook_in_flight", lanes, Lanes::inFlight).description("Attempts under way.").register(registry);
        Gauge.builder("webhook_queued", lanes, Lanes::queued).description("Deliveries that wait in memory.").register(registry);
        for (CircuitBreaker.State state : CircuitBreaker.State.values()) {
            Gauge.builder("webhook_breakers", lanes,
                    all -> all.all().stream().filter(lane -> lane.breaker.state() == state).count())
                    .tag("state", state.name().toLowerCase(Locale.ROOT)).description("Endpoints by circuit breaker state.")
                    .register(registry);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return pool.preparedQuery(OLDEST_DUE).execute()
                .invoke(rows -> oldestDueSeconds.set(Math.max(0, rows.iterator().next().getLong("seconds"))))
                .replaceWithVoid().onFailure().recoverWithNull();
    }
}
