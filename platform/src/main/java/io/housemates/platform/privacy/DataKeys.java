package io.housemates.platform.privacy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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
    /** What is erased stays so, and a key of our own is known best here. */
    private static final String PUT = """
            INSERT INTO data_key (id, wrapped, own, created_at) VALUES (?1, ?2, false, ?3)
            ON CONFLICT (id) DO UPDATE SET wrapped = excluded.wrapped
              WHERE data_key.erased_at IS NULL AND NOT data_key.own""";
    private static final String PUT_ALL = """
            INSERT INTO data_key (id, wrapped, own, created_at)
            SELECT id, wrapped, false, $3 FROM unnest($1::text[], $2::bytea[]) AS k(id, wrapped)
            ON CONFLICT (id) DO UPDATE SET wrapped = excluded.wrapped
              WHERE data_key.erased_at IS NULL AND NOT data_key.own""";
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
                    unwrap(id, row.getBuffer("wrapped").getBytes())
                            .ifPresentOrElse(key -> keys.put(id, key), () -> unusable.add(id));
                }
            }
            return new KeyRing(keys, erased, unusable);
        });
    }

    /** One key that the operator's keyset does not open must not keep everybody else's details away. */
    private Optional<DataKey> unwrap(String id, byte[] wrapped) {
        try {
            return Optional.of(master.unwrap(wrapped, id));
        } catch (IllegalStateException e) {
            LOG.errorf("Data key cannot be used key=%s reason=\"%s\"", id, e.getMessage());
            return Optional.empty();
        }
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
        return outbox.transaction(() -> update(CREATE, id, wrapped, now())
                .chain(made -> made == 0 ? Uni.createFrom().<DataKey> nullItem()
                        : announcements.wrapped(id, wrapped).replaceWith(key)))
                .onItem().ifNull().switchTo(() -> obtain(id));
    }

    Uni<Void> put(String id, byte[] wrapped) {
        master.unwrap(wrapped, id);
        return update(PUT, id, wrapped, now()).replaceWithVoid();
    }

    /** Whether the operator's keyset opens it. */
    boolean opens(String id, byte[] wrapped) {
        return unwrap(id, wrapped).isPresent();
    }

    /** @param wrapped by id, in an order that all replicas share, so that none waits for another in a circle */
    Uni<Void> putAll(SortedMap<String, byte[]> wrapped) {
        return wrapped.isEmpty() ? Uni.createFrom().voidItem()
                : pool.preparedQuery(PUT_ALL).execute(Tuple.tuple()
                        .addArrayOfString(wrapped.keySet().toArray(String[]::new))
                        .addValue(wrapped.values().stream().map(Buffer::buffer).toArray(Buffer[]::new))
                        .addOffsetDateTime(now())).replaceWithVoid();
    }

    /** Whether a key that was made here is destroyed by this; doing so again changes nothing. */
    private Uni<Boolean> forget(String id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(DESTROY, Boolean.class).setParameter(1, id)
                .setParameter(2, now()).getResultList()).map(own -> own.contains(true));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Uni<Integer> update(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }
}
