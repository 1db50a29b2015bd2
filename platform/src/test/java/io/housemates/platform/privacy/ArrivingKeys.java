package io.housemates.platform.privacy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Lets keys arrive as topic {@code personal-keys} brings them, and waits for them less patiently. */
@ApplicationScoped
@Unremovable
public class ArrivingKeys {

    private final Pool pool;
    private final Map<String, Object> broker;

    ArrivingKeys(Pool pool, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.pool = pool;
        this.broker = broker;
    }

    /** @param group that reads them */
    public KeyArrivals waitedFor(Duration patience, String group) {
        return new KeyArrivals(pool, new ReadKeys(broker, Optional.of(group)), patience);
    }

    /** An erased one is known as well, and needs no key to be made. */
    public void arrive(String id) {
        pool.preparedQuery("INSERT INTO data_key (id, own, created_at, erased_at) VALUES ($1, false, now(), now())")
                .execute(Tuple.of(id)).await().atMost(Duration.ofSeconds(10));
    }
}
