package io.housemates.dispatcher.subscription;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Lets go of copies of subscriptions that were changed, disabled or deleted at another replica: what waits here would still be
 * sent where it is not wanted any more, and nothing else would tell.
 */
@ApplicationScoped
class ChangedEndpoints {

    private static final Logger LOG = Logger.getLogger(ChangedEndpoints.class);

    /**
     * A minute is far more than a transaction takes, and what clocks differ by; who has the version already keeps it. Served by
     * subscription_updated.
     */
    private static final String CHANGED = "SELECT id, version FROM subscription WHERE updated_at > now() - interval '1 minute'";

    private final Pool pool;
    private final Endpoints endpoints;

    ChangedEndpoints(Pool pool, Endpoints endpoints) {
        this.pool = pool;
        this.endpoints = endpoints;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return pool.preparedQuery(CHANGED).execute()
                .invoke(rows -> rows.forEach(row -> endpoints.forgetOlder(row.getString("id"), row.getInteger("version"))))
                .replaceWithVoid()
                .onFailure().invoke(e -> LOG.warnf("Changed subscriptions not looked up reason=\"%s\"", e.getMessage()))
                .onFailure().recoverWithNull();
    }
}
