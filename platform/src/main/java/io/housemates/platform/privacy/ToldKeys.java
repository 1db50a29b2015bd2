package io.housemates.platform.privacy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Data keys that other services made and told of; doing so again changes nothing. */
@ApplicationScoped
class ToldKeys {

    /** Served by the primary key. What is erased stays so, and a key of our own is known best here. */
    private static final String PUT = """
            INSERT INTO data_key (id, wrapped, own, created_at)
            SELECT id, wrapped, false, $3 FROM unnest($1::text[], $2::bytea[]) AS k(id, wrapped)
            ON CONFLICT (id) DO UPDATE SET wrapped = excluded.wrapped
              WHERE data_key.erased_at IS NULL AND NOT data_key.own""";

    private final Pool pool;
    private final KeyEncryptionKey master;
    private final Clock clock;

    ToldKeys(Pool pool, KeyEncryptionKey master, Clock clock) {
        this.pool = pool;
        this.master = master;
        this.clock = clock;
    }

    /** Whether the operator's keyset opens it. */
    boolean opens(DataKeyWrapped key) {
        return master.tryUnwrap(key.wrapped(), key.keyId()).isPresent();
    }

    Uni<Void> put(DataKeyWrapped key) {
        master.unwrap(key.wrapped(), key.keyId());
        return put(new TreeMap<>(Map.of(key.keyId(), key.wrapped())));
    }

    /** @param wrapped by id, in an order that all replicas share, so that none waits for another in a circle */
    Uni<Void> put(SortedMap<String, byte[]> wrapped) {
        return wrapped.isEmpty() ? Uni.createFrom().voidItem()
                : pool.preparedQuery(PUT).execute(Tuple.tuple()
                        .addArrayOfString(wrapped.keySet().toArray(String[]::new))
                        .addValue(wrapped.values().stream().map(Buffer::buffer).toArray(Buffer[]::new))
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))).replaceWithVoid();
    }
}
