package io.housemates.checkout.retention;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.housemates.platform.outbox.Outbox;
import io.housemates.platform.retention.Due;
import io.housemates.platform.retention.Retained;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Sessions that became no booking. Where no money ever came, everything about them goes; where money came and went back, who
 * paid is forgotten and what became of the money stays.
 *
 * A session whose money is not settled, or that the reconciler will look at again, is not touched.
 */
@Singleton
class AbandonedSessions implements Retained {

    /** Served by checkout_session_abandoned. */
    private static final String DUE = """
             FROM checkout_session s LEFT JOIN payment p ON p.session_id = s.id
            WHERE s.state IN ('EXPIRED', 'CANCELLED') AND s.archived_at IS NULL AND s.expires_at < %1$s
              AND s.next_step_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.session_id = s.id AND h.state <> 'RELEASED')
              AND NOT EXISTS (SELECT 1 FROM dispute d WHERE d.session_id = s.id AND d.state IN ('NEEDS_RESPONSE', 'UNDER_REVIEW'))
              AND (p.session_id IS NULL OR p.state IN ('CANCELLED', 'FAILED', 'REFUNDED') AND p.updated_at < %1$s
                   AND (p.disagreement IS NULL OR p.disagreement_seen))""";
    private static final String COUNT = "SELECT count(*), min(s.expires_at)" + DUE.formatted("$1");
    private static final String NEXT = """
            SELECT s.id, p.session_id IS NOT NULL AND (p.state = 'REFUNDED' OR p.received_amount IS NOT NULL
                         OR EXISTS (SELECT 1 FROM refund r WHERE r.session_id = s.id)
                         OR EXISTS (SELECT 1 FROM dispute d WHERE d.session_id = s.id))"""
            + DUE.formatted("?1") + " ORDER BY s.expires_at LIMIT ?2 FOR UPDATE OF s SKIP LOCKED";

    private static final String ARCHIVE = """
            UPDATE checkout_session SET archived_at = now() WHERE id = ANY(string_to_array(?1, ' '))""";
    /** In the order in which they refer to each other; each served by an index that begins with the column. */
    private static final List<String> REMOVE = List.of("""
            DELETE FROM transition WHERE entity_id IN
                (SELECT id FROM hold WHERE session_id = ANY(string_to_array(?1, ' ')))""",
            "DELETE FROM transition WHERE entity_id = ANY(string_to_array(?1, ' '))",
            "DELETE FROM hold WHERE session_id = ANY(string_to_array(?1, ' '))",
            "DELETE FROM payment WHERE session_id = ANY(string_to_array(?1, ' '))",
            "DELETE FROM checkout_session WHERE id = ANY(string_to_array(?1, ' '))");

    private final Pool pool;
    private final Outbox outbox;
    private final ForgottenPeople people;
    private final Kept kept;

    AbandonedSessions(Pool pool, Outbox outbox, ForgottenPeople people, Kept kept) {
        this.pool = pool;
        this.outbox = outbox;
        this.people = people;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "abandoned_sessions";
    }

    @Override
    public Instant dueBefore(Instant now) {
        return utc(now).minus(kept.abandonedSessions()).toInstant();
    }

    @Override
    public Uni<Due> due(Instant before) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(utc(before))).map(Due::of);
    }

    @Override
    public Uni<Integer> remove(Instant before, int atMost) {
        return outbox.transaction(() -> next(before, atMost).call(this::removeThese)).map(List::size);
    }

    private static Uni<List<Abandoned>> next(Instant before, int atMost) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, Object[].class).setParameter(1, utc(before))
                        .setParameter(2, atMost).getResultList())
                .map(rows -> rows.stream().map(row -> new Abandoned((String) row[0], (Boolean) row[1])).toList());
    }

    private Uni<Void> removeThese(List<Abandoned> sessions) {
        Map<Boolean, List<String>> byMoney = sessions.stream()
                .collect(partitioningBy(Abandoned::moneyCame, mapping(Abandoned::id, toList())));
        Uni<?> done = people.forget(sessions.stream().map(Abandoned::id).toList())
                .chain(() -> Sql.run(ARCHIVE, byMoney.get(true)));
        for (String statement : REMOVE) {
            done = done.chain(() -> Sql.run(statement, byMoney.get(false)));
        }
        return done.replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private record Abandoned(String id, boolean moneyCame) {
    }
}
