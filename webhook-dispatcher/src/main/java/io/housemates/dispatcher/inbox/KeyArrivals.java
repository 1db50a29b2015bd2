package io.housemates.dispatcher.inbox;

import java.time.Duration;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.KeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Waits for keys that travel on a topic of their own. A key leaves before the first event that needs it, but after an outage
 * there may be many to read before it: as long as any arrive, the missing ones may be among those to come.
 */
@ApplicationScoped
class KeyArrivals {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    /** Those of all replicas, a second or so late. */
    private static final String SO_FAR = "SELECT pg_stat_get_tuples_inserted('data_key'::regclass)";

    private final Pool pool;
    private final DataKeys keys;
    private final Duration patience;

    @Inject
    KeyArrivals(Pool pool, DataKeys keys) {
        this(pool, keys, PATIENCE);
    }

    /** @param patience how long to wait once no key arrives any more */
    KeyArrivals(Pool pool, DataKeys keys, Duration patience) {
        this.pool = pool;
        this.keys = keys;
        this.patience = patience;
    }

    /** The keys of those ids; some may still be missing when patience is over. */
    Uni<KeyRing> of(Collection<String> ids) {
        return look(ids, FIRST_PAUSE, -1, System.nanoTime());
    }

    private Uni<KeyRing> look(Collection<String> ids, Duration pause, long arrivedBefore, long lastArrival) {
        return keys.find(ids).chain(ring -> ids.stream().allMatch(ring::knows) ? Uni.createFrom().item(ring)
                : arrived().chain(count -> {
                    long now = System.nanoTime();
                    long last = count > arrivedBefore ? now : lastArrival;
                    return now - last > patience.toNanos() ? Uni.createFrom().item(ring)
                            : Uni.createFrom().voidItem().onItem().delayIt().by(pause)
                                    .chain(() -> look(ids, longer(pause), count, last));
                }));
    }

    private Uni<Long> arrived() {
        return pool.query(SO_FAR).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
