package io.housemates.platform.privacy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Data keys that only this service knows, and tells no other of: over what came in clear. Served by the primary key. */
@ApplicationScoped
public class LocalKeys {

    private static final String CREATE = """
            INSERT INTO data_key (id, wrapped, own, created_at)
            SELECT id, wrapped, true, $3 FROM unnest($1::text[], $2::bytea[]) AS k(id, wrapped) ON CONFLICT (id) DO NOTHING""";
    private static final String DESTROY = """
            INSERT INTO data_key (id, own, created_at, erased_at) VALUES ($1, false, $2, $2)
            ON CONFLICT (id) DO UPDATE SET wrapped = NULL, erased_at = excluded.erased_at WHERE data_key.erased_at IS NULL""";

    private final Pool pool;
    private final DataKeys keys;
    private final KeyEncryptionKey master;
    private final Clock clock;

    LocalKeys(Pool pool, DataKeys keys, KeyEncryptionKey master, Clock clock) {
        this.pool = pool;
        this.keys = keys;
        this.master = master;
        this.clock = clock;
    }

    /** The keys of those ids, made now where there are none. */
    public Uni<KeyRing> obtain(Collection<String> ids) {
        return keys.find(ids).chain(ring -> {
            List<DataKey> missing = ids.stream().filter(id -> !ring.knows(id)).distinct().map(DataKey::random).toList();
            return missing.isEmpty() ? Uni.createFrom().item(ring)
                    : pool.preparedQuery(CREATE).execute(Tuple.tuple()
                            .addArrayOfString(missing.stream().map(DataKey::id).toArray(String[]::new))
                            .addValue(missing.stream().map(key -> Buffer.buffer(master.wrap(key))).toArray(Buffer[]::new))
                            .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                            .chain(() -> keys.find(ids));
        });
    }

    public Uni<Void> destroy(String id) {
        return pool.preparedQuery(DESTROY).execute(Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC))).replaceWithVoid();
    }
}
