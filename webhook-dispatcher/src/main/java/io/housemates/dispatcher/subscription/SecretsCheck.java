package io.housemates.dispatcher.subscription;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Refuses to start with a keyset that lost a key which stored secrets are sealed with: nothing could be signed for those
 * subscriptions, and their deliveries would be due for ever.
 */
@ApplicationScoped
class SecretsCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The newest and the oldest few: keys are dropped at the one end and added at the other. Served by the primary key. */
    private static final List<String> SAMPLES = List.of(
            "SELECT subscription_id, sealed FROM subscription_secret ORDER BY id DESC LIMIT 3",
            "SELECT subscription_id, sealed FROM subscription_secret ORDER BY id LIMIT 3");

    private final Pool pool;
    private final SecretVault vault;

    SecretsCheck(Pool pool, SecretVault vault) {
        this.pool = pool;
        this.vault = vault;
    }

    void onStart(@Observes StartupEvent started) {
        SAMPLES.forEach(this::check);
    }

    /** One secret that is broken is not the keyset's fault; all of them are. */
    private void check(String sample) {
        var rows = pool.query(sample).execute().await().atMost(PATIENCE);
        if (rows.size() > 0 && StreamSupport.stream(rows.spliterator(), false).noneMatch(this::opens)) {
            throw new IllegalStateException("WEBHOOK_KEYSET does not open the secrets that are stored: a key is missing in it");
        }
    }

    private boolean opens(Row row) {
        try {
            vault.open(row.getBuffer("sealed").getBytes(), row.getString("subscription_id"));
            return true;
        } catch (RuntimeException otherKey) {
            return false;
        }
    }
}
