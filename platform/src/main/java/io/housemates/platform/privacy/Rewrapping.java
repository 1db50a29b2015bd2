package io.housemates.platform.privacy;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Wraps data keys anew with the primary key, so that an older one can be dropped from the keyset. */
@ApplicationScoped
class Rewrapping {

    private static final int BATCH = 500;
    private static final int MOST_AT_ONCE = 20_000;
    /** Reads the whole table: asked after a rotation only. */
    private static final String OLD = "erased_at IS NULL AND substring(wrapped FROM 1 FOR length(CAST(?1 AS bytea))) <> CAST(?1 AS bytea)";
    /** One after the other by the primary key: those that cannot be unwrapped are passed over. */
    private static final String NEXT = "SELECT id, wrapped, own FROM data_key WHERE " + OLD + " AND id > ?2 ORDER BY id LIMIT "
            + BATCH + " FOR UPDATE SKIP LOCKED";
    private static final String COUNT = "SELECT count(*) FROM data_key WHERE " + OLD;
    private static final String UPDATE = "UPDATE data_key SET wrapped = ?2 WHERE id = ?1";

    private final KeyEncryptionKey master;
    private final DataKeysOutbox announcements;
    private final Outbox outbox;

    Rewrapping(KeyEncryptionKey master, DataKeysOutbox announcements, Outbox outbox) {
        this.master = master;
        this.announcements = announcements;
        this.outbox = outbox;
    }

    /**
     * What a call did.
     *
     * @param left how many still need an older key
     * @param unusable how many no key of the keyset unwraps, so that none is kept for them
     */
    record Result(int rewrapped, int unusable, long left) {
    }

    /** At most 20,000 keys a call. */
    Uni<Result> run() {
        var pass = new Pass();
        return Multi.createBy().repeating().uni(() -> outbox.transaction(() -> batch(pass)))
                .whilst(looked -> looked == BATCH)
                .select().first(MOST_AT_ONCE / BATCH)
                .collect().last()
                .chain(() -> left()).map(left -> new Result(pass.rewrapped, pass.unusable, left - pass.unusable));
    }

    /** How far a call has come. */
    private static final class Pass {

        private String behind = "";
        private int rewrapped;
        private int unusable;
    }

    /** @return how many it looked at */
    private Uni<Integer> batch(Pass pass) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, Object[].class).setParameter(1, master.mark())
                        .setParameter(2, pass.behind).getResultList())
                .chain(rows -> Multi.createFrom().iterable(rows)
                        .onItem().transformToUniAndConcatenate(row -> rewrap(row, pass))
                        .collect().last().replaceWith(rows.size()));
    }

    private Uni<Void> rewrap(Object[] row, Pass pass) {
        String id = (String) row[0];
        pass.behind = id;
        Optional<DataKey> key = master.tryUnwrap((byte[]) row[1], id);
        if (key.isEmpty()) {
            pass.unusable++;
            return Uni.createFrom().voidItem();
        }
        pass.rewrapped++;
        return rewrap(id, master.wrap(key.get()), (Boolean) row[2]);
    }

    private Uni<Void> rewrap(String id, byte[] anew, boolean own) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UPDATE).setParameter(1, id).setParameter(2, anew).executeUpdate())
                .chain(() -> own ? announcements.wrapped(id, anew) : Uni.createFrom().voidItem());
    }

    private Uni<Long> left() {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session
                .createNativeQuery(COUNT, Long.class).setParameter(1, master.mark()).getSingleResult()));
    }
}
