package io.housemates.platform.privacy;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Refuses to start with another keyset than the one that wrapped what is stored: it would open nothing and seal what comes
 * under keys that nobody else has.
 */
@ApplicationScoped
class KeysetCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The newest and the oldest few: keys are dropped at the one end and added at the other. Served by the primary key. */
    private static final List<String> SAMPLES = List.of(
            "SELECT id, wrapped FROM data_key WHERE wrapped IS NOT NULL ORDER BY id DESC LIMIT 3",
            "SELECT id, wrapped FROM data_key WHERE wrapped IS NOT NULL ORDER BY id LIMIT 3");

    private final Pool pool;
    private final KeyEncryptionKey master;

    KeysetCheck(Pool pool, KeyEncryptionKey master) {
        this.pool = pool;
        this.master = master;
    }

    void onStart(@Observes StartupEvent started) {
        SAMPLES.forEach(this::check);
    }

    /** One key that is broken is not the keyset's fault; all of them are. */
    private void check(String sample) {
        var rows = pool.query(sample).execute().await().atMost(PATIENCE);
        if (rows.size() > 0 && StreamSupport.stream(rows.spliterator(), false).noneMatch(this::opens)) {
            throw new IllegalStateException(
                    "PERSONAL_DATA_KEYSET does not open the data keys that are stored: a key is missing in it");
        }
    }

    private boolean opens(Row row) {
        try {
            master.unwrap(row.getBuffer("wrapped").getBytes(), row.getString("id"));
            return true;
        } catch (IllegalStateException otherKey) {
            return false;
        }
    }
}
