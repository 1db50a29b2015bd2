package io.housemates.dispatcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.platform.privacy.DataKeys;
import io.vertx.mutiny.sqlclient.Pool;

@DispatcherTest
class KeyArrivalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CATCHING_UP = PATIENCE.plusSeconds(1);

    @Inject
    Pool pool;

    @Inject
    DataKeys keys;

    @Inject
    Database database;

    @Test
    void waitsAsLongAsOtherKeysArrive() {
        String wanted = UlidCreator.getUlid().toString();
        long started = System.nanoTime();
        var ring = new KeyArrivals(pool, keys, PATIENCE).of(List.of(wanted)).subscribeAsCompletionStage();

        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            arrive(UlidCreator.getUlid().toString());
            return System.nanoTime() - started > CATCHING_UP.toNanos();
        });
        arrive(wanted);

        await().until(ring::isDone);
        assertThat(ring.join().knows(wanted)).isTrue();
    }

    @Test
    void givesUpOnceNoneArrives() {
        var ring = new KeyArrivals(pool, keys, Duration.ofMillis(200)).of(List.of("nobody's")).await()
                .atMost(Duration.ofSeconds(30));

        assertThat(ring.knows("nobody's")).isFalse();
    }

    /** An erased one is known as well, and needs no key to be made. */
    private void arrive(String id) {
        database.run("INSERT INTO data_key (id, own, created_at, erased_at) VALUES ('" + id + "', false, now(), now())");
    }
}
