package io.housemates.platform.privacy;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Waits for keys that travel on a topic of their own. A key leaves before the first event that needs it, but after an outage
 * there may be many to read before it: as long as any arrive, the missing ones may be among those to come.
 */
@ApplicationScoped
public class KeyArrivals {

    private static final Logger LOG = Logger.getLogger(KeyArrivals.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    /** Looks within the time of patience, at least. */
    private static final int LOOKS = 20;
    /** Those of all replicas, a second or so late. */
    private static final String SO_FAR = "SELECT pg_stat_get_tuples_inserted('data_key'::regclass)";

    private final Pool pool;
    private final Duration patience;

    @Inject
    KeyArrivals(Pool pool, PersonalDataConfig config) {
        this(pool, config.keyPatience());
    }

    /** @param patience how long to wait once no key arrives any more */
    KeyArrivals(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    /** Does the work again whenever it misses a key; fails with {@link UnknownKeyException} when patience is over. */
    public <T> Uni<T> waitFor(Uni<T> work) {
        return work.onFailure(UnknownKeyException.class).retry().when(misses -> {
            var wait = new Wait();
            return misses.onItem().transformToUniAndConcatenate(wait::pauseAfter);
        });
    }

    private Uni<Long> arrived() {
        return pool.query(SO_FAR).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    /** For one piece of work: how many keys had arrived at the last look, and when the last one did. */
    private final class Wait {

        private final Duration longestPause = patience.dividedBy(LOOKS);
        private Duration pause = FIRST_PAUSE;
        private long arrivedBefore = -1;
        private long lastArrival;

        Uni<Long> pauseAfter(Throwable miss) {
            return arrived().chain(count -> {
                if (arrivedBefore < 0) {
                    LOG.infof("Waiting for a key reason=\"%s\"", miss.getMessage());
                }
                if (count > arrivedBefore) {
                    lastArrival = System.nanoTime();
                }
                arrivedBefore = count;
                return System.nanoTime() - lastArrival > patience.toNanos() ? Uni.createFrom().failure(miss)
                        : Uni.createFrom().item(count).onItem().delayIt().by(nextPause());
            });
        }

        private Duration nextPause() {
            Duration now = pause;
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(longestPause) < 0 ? twice : longestPause;
            return now;
        }
    }
}
