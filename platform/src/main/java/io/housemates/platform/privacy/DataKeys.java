package io.housemates.platform.privacy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The data keys this service made or was told of, each wrapped with the {@link KeyEncryptionKey}. */
@ApplicationScoped
public class DataKeys {

    private static final Logger LOG = Logger.getLogger(DataKeys.class);

    /**
     * Served by the primary key, like everything here. A join, because for a list of many ids the planner would rather read a
     * whole table that it knows nothing of yet.
     */
    private static final String FIND = """
            SELECT k.id, k.wrapped FROM unnest($1::text[]) AS wanted (id) JOIN data_key k ON k.id = wanted.id COLLATE "C\"""";
    private static final String CREATE = """
            INSERT INTO data_key (id, wrapped, own, created_at) VALUES (?1, ?2, true, ?3) ON CONFLICT (id) DO NOTHING""";
    private static final String DESTROY = """
            INSERT INTO data_key (id, own, created_at, erased_at) VALUES (?1, false, ?2, ?2)
            ON CONFLICT (id) DO UPDATE SET wrapped = NULL, erased_at = excluded.erased_at WHERE data_key.erased_at IS NULL
            RETURNING own""";
    private static final String DESTROY_SOME = """
            UPDATE data_key SET wrapped = NULL, erased_at = ?2
             WHERE id = ANY(string_to_array(?1, ' ')) AND erased_at IS NULL RETURNING id""";

    private final Pool pool;
    private final KeyEncryptionKey master;
    private final DataKeysOutbox announcements;
    private final Outbox outbox;
    private final Clock clock;

    DataKeys(Pool pool, KeyEncryptionKey master, DataKeysOutbox announcements, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.master = master;
        this.announcements = announcements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is known of these keys; unknown ones are missing in the answer. */
    public Uni<KeyRing> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new KeyRing(Map.of(), Set.of(), Set.of()));
        }
        return pool.preparedQuery(FIND).execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new))).map(rows -> {
            Map<String, DataKey> keys = new HashMap<>();
            Set<String> erased = new HashSet<>();
            Set<String> unusable = new HashSet<>();
            for (Row row : rows) {
                String id = row.getString("id");
                if (row.getBuffer("wrapped") == null) {
                    erased.add(id);
                } else {
                    master.tryUnwrap(row.getBuffer("wrapped").getBytes(), id)
                            .ifPresentOrElse(key -> keys.put(id, key), () -> unusable.add(id));
                }
            }
            return new KeyRing(keys, erased, unusable);
        });
    }

    /**
     * The key of that id, made now when there is none; fails with {@link ErasedKeyException} when it was destroyed, and with
     * {@link UnusableKeyException} when it is here but cannot be used.
     */
    public Uni<DataKey> obtain(String id) {
        return find(Set.of(id)).chain(ring -> {
            if (ring.erased().contains(id)) {
                throw new ErasedKeyException(id);
            }
            if (ring.unusable().contains(id)) {
                throw new UnusableKeyException(id);
            }
            return ring.knows(id) ? Uni.createFrom().item(ring.keys().get(id)) : create(id);
        });
    }

    /** Destroys the key in the caller's transaction; doing so again changes nothing. */
    public Uni<Void> destroy(String id) {
        return forget(id).chain(() -> announcements.destroyed(id))
                .invoke(() -> LOG.infof("Data key destroyed key=%s", id));
    }

    /** Destroys those of the keys that there are, in the caller's transaction. */
    public Uni<Void> destroyExisting(Collection<String> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DESTROY_SOME, String.class).setParameter(1, String.join(" ", ids))
                        .setParameter(2, now()).getResultList())
                .chain(destroyed -> Multi.createFrom().iterable(destroyed)
                        .onItem().transformToUniAndConcatenate(announcements::destroyed).collect().last().replaceWithVoid());
    }

    /**
     * Another service destroyed the key. Where it was made here the last word on the topic has to come from here, too: this
     * service may just have told it anew, wrapped with another key-encryption key, and compaction keeps what was told last.
     */
    Uni<Void> destroyedElsewhere(String id) {
        return forget(id).chain(own -> own ? announcements.destroyed(id) : Uni.createFrom().voidItem());
    }

    private Uni<DataKey> create(String id) {
        DataKey key = DataKey.random(id);
        byte[] wrapped = master.wrap(key);
        return outbox.transaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(CREATE)
                .setParameter(1, id).setParameter(2, wrapped).setParameter(3, now()).executeUpdate())
                .chain(made -> made == 0 ? Uni.createFrom().<DataKey> nullItem()
                        : announcements.wrapped(id, wrapped).replaceWith(key)))
                .onItem().ifNull().switchTo(() -> obtain(id));
    }

    /** Whether a key that was made here is destroyed by this; doing so again changes nothing. */
    private Uni<Boolean> forget(String id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(DESTROY, Boolean.class).setParameter(1, id)
                .setParameter(2, now()).getResultList()).map(own -> own.contains(true));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
