package io.housemates.dispatcher.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Notes what the attempts say about an endpoint where all replicas see it: since when it fails, until when it wants to be left
 * alone, and that it is gone.
 *
 * <p>
 * The same news is written at most once a minute per endpoint, see {@link HealthNote}: days are what counts here. It is
 * repeated, because another replica may have written the opposite meanwhile.
 */
@ApplicationScoped
class EndpointHealth {

    private static final Logger LOG = Logger.getLogger(EndpointHealth.class);

    private static final String FAILING = """
            INSERT INTO endpoint_health (subscription_id, failing_since, last_failed_at) VALUES ($1, now(), now())
            ON CONFLICT (subscription_id) DO UPDATE
               SET failing_since = coalesce(endpoint_health.failing_since, now()), last_failed_at = now()""";
    private static final String WORKING = """
            UPDATE endpoint_health SET failing_since = NULL, warned = 0
             WHERE subscription_id = $1 AND failing_since IS NOT NULL""";
    private static final String THROTTLED = """
            INSERT INTO endpoint_health (subscription_id, throttled_until)
            VALUES ($1, now() + $2::bigint * interval '1 millisecond')
            ON CONFLICT (subscription_id) DO UPDATE
               SET throttled_until = greatest(endpoint_health.throttled_until, excluded.throttled_until)""";

    private final Pool pool;
    private final EndpointEvents events;
    private final Map<String, HealthNote> noted = new ConcurrentHashMap<>();

    EndpointHealth(Pool pool, EndpointEvents events) {
        this.pool = pool;
        this.events = events;
    }

    void noticed(String subscriptionId, Outcome outcome) {
        if (outcome instanceof Outcome.Gone) {
            run(events.disable(subscriptionId, "gone"), subscriptionId);
            return;
        }
        HealthNote note = noted.computeIfAbsent(subscriptionId, first -> new HealthNote());
        long now = System.nanoTime();
        if (outcome instanceof Outcome.Throttled throttled && note.heardThrottle(throttled.retryAfter(), now)) {
            run(pool.preparedQuery(THROTTLED).execute(Tuple.of(subscriptionId, throttled.retryAfter().toMillis())),
                    subscriptionId);
        }
        if (note.heard(outcome instanceof Outcome.Delivered, now)) {
            write(subscriptionId, note);
        }
    }

    private void write(String subscriptionId, HealthNote note) {
        run(pool.preparedQuery(note.isWorking() ? WORKING : FAILING).execute(Tuple.of(subscriptionId))
                .onItemOrFailure().invoke((done, failure) -> {
                    if (note.wrote(failure == null, System.nanoTime())) {
                        write(subscriptionId, note);
                    }
                }), subscriptionId);
    }

    /** Not awaited: a note that is lost is written again with the next attempt. */
    private void run(Uni<?> statement, String subscriptionId) {
        statement.subscribe().with(done -> {
        }, failure -> LOG.warnf("Endpoint health not noted subscription=%s reason=\"%s\"", subscriptionId,
                failure.getMessage()));
    }
}
