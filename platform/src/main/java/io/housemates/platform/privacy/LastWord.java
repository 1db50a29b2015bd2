package io.housemates.platform.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.OwnContext;
import io.housemates.platform.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Of a key that is destroyed nothing may stay on the topic: compaction keeps what was told last, and a dead letter that is
 * replayed tells the key anew. Whoever made it tells again that it is destroyed.
 */
@ApplicationScoped
class LastWord {

    private static final Logger LOG = Logger.getLogger(LastWord.class);

    /** Served by the primary key. */
    private static final String DESTROYED = """
            SELECT k.id FROM unnest($1::text[]) AS told (id) JOIN data_key k ON k.id = told.id COLLATE "C"
             WHERE k.own AND k.erased_at IS NOT NULL""";

    private final Pool pool;
    private final DataKeysOutbox announcements;
    private final Outbox outbox;

    LastWord(Pool pool, DataKeysOutbox announcements, Outbox outbox) {
        this.pool = pool;
        this.announcements = announcements;
        this.outbox = outbox;
    }

    /** @param told ids of keys that just came from the topic */
    Uni<Void> on(Collection<String> told) {
        return told.isEmpty() ? Uni.createFrom().voidItem()
                : pool.preparedQuery(DESTROYED).execute(Tuple.tuple().addArrayOfString(told.toArray(String[]::new)))
                        .chain(rows -> {
                            List<String> destroyed = new ArrayList<>();
                            rows.forEach(row -> destroyed.add(row.getString("id")));
                            return destroyed.isEmpty() ? Uni.createFrom().voidItem() : repeat(destroyed);
                        });
    }

    private Uni<Void> repeat(List<String> ids) {
        LOG.warnf("Destroyed keys were told again count=%d first=%s", ids.size(), ids.get(0));
        return OwnContext.run(() -> outbox.transaction(() -> Multi.createFrom().iterable(ids)
                .onItem().transformToUniAndConcatenate(announcements::destroyed).collect().last().replaceWithVoid()));
    }
}
