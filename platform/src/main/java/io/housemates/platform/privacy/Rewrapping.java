package io.housemates.platform.privacy;

import java.util.List;
import java.util.stream.Collectors;

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
    private static final String NEXT = "SELECT id, wrapped, own FROM data_key WHERE " + OLD + " LIMIT " + BATCH
            + " FOR UPDATE SKIP LOCKED";
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

    /** @param left how many still need an older key */
    record Result(int rewrapped, long left) {
    }

    /** At most 20,000 keys a call. */
    Uni<Result> run() {
        return Multi.createBy().repeating().uni(() -> outbox.transaction(this::batch))
                .whilst(done -> done == BATCH)
                .select().first(MOST_AT_ONCE / BATCH)
                .collect().with(Collectors.summingInt(Integer::intValue))
                .chain(done -> left().map(left -> new Result(done, left)));
    }

    private Uni<Integer> batch() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, Object[].class).setParameter(1, master.mark())
                        .getResultList())
                .chain(this::rewrap);
    }

    private Uni<Integer> rewrap(List<Object[]> rows) {
        return Multi.createFrom().iterable(rows)
                .onItem().transformToUniAndConcatenate(row -> rewrap((String) row[0], (byte[]) row[1], (Boolean) row[2]))
                .collect().last().replaceWith(rows.size());
    }

    private Uni<Void> rewrap(String id, byte[] wrapped, boolean own) {
        byte[] anew = master.wrap(master.unwrap(wrapped, id));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UPDATE).setParameter(1, id).setParameter(2, anew).executeUpdate())
                .chain(() -> own ? announcements.wrapped(id, anew) : Uni.createFrom().voidItem());
    }

    private Uni<Long> left() {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session
                .createNativeQuery(COUNT, Long.class).setParameter(1, master.mark()).getSingleResult()));
    }
}
