package io.housemates.platform.privacy;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Waits for keys that travel on a topic of their own. A key leaves before the first event that needs it, but after an outage
 * there may be many to read before it: as long as any arrive, the missing one may be among those to come, until all is read
 * that lay on the topic. Keys that are made meanwhile prolong nothing.
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
    private final ReadKeys read;
    private final Duration patience;

    @Inject
    KeyArrivals(Pool pool, ReadKeys read, PersonalDataConfig config) {
        this(pool, read, config.keyPatience());
    }

    /** @param patience how long to wait once no key arrives any more, and at least */
    KeyArrivals(Pool pool, ReadKeys read, Duration patience) {
        this.pool = pool;
        this.read = read;
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

    /**
     * For one piece of work: how many keys had arrived at the last look, when the last one did, and how far there is to read.
     */
    private final class Wait {

        private final Duration longestPause = patience.dividedBy(LOOKS);
        private final long begin = System.nanoTime();
        private Duration pause = FIRST_PAUSE;
        private long arrivedBefore = -1;
        private long lastArrival;
        private Map<TopicPartition, Long> end;
        private boolean allRead;

        Uni<Long> pauseAfter(Throwable miss) {
            return arrived().chain(count -> {
                if (arrivedBefore < 0) {
                    LOG.infof("Waiting for a key reason=\"%s\"", miss.getMessage());
                }
                if (count > arrivedBefore) {
                    lastArrival = System.nanoTime();
                }
                arrivedBefore = count;
                return isInVain().chain(inVain -> inVain ? Uni.createFrom().failure(miss)
                        : Uni.createFrom().item(count).onItem().delayIt().by(nextPause()));
            });
        }

        private Uni<Boolean> isInVain() {
            if (!isOver(begin)) {
                return Uni.createFrom().item(false);
            }
            return isOver(lastArrival) ? Uni.createFrom().item(true) : wasAllRead();
        }

        /** Before this try: the key may be the last that was read, after the work had missed it. */
        private Uni<Boolean> wasAllRead() {
            boolean before = allRead;
            return isAllRead().invoke(now -> allRead = now).map(now -> now && before);
        }

        /** As long as Kafka does not tell, only keys that arrive do. */
        private Uni<Boolean> isAllRead() {
            return (end == null ? read.end().invoke(now -> end = now) : Uni.createFrom().item(end))
                    .chain(read::reach).onFailure().recoverWithItem(false);
        }

        private boolean isOver(long since) {
            return System.nanoTime() - since > patience.toNanos();
        }

        private Duration nextPause() {
            Duration now = pause;
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(longestPause) < 0 ? twice : longestPause;
            return now;
        }
    }
}
