package io.housemates.checkout.hosted.draft;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.platform.privacy.DataKey;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.ErasedKeyException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Keeps drafts between two pages; the only class that knows how. */
@ApplicationScoped
public class Drafts {

    /** Served by the primary key, as all but the last. */
    private static final String FIND = "SELECT language, content FROM checkout_draft WHERE session_id = $1";
    /** Two tabs take turns. */
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String BEGIN = """
            INSERT INTO checkout_draft (session_id, updated_at) VALUES ($1, $2) ON CONFLICT DO NOTHING""";
    private static final String UPDATE = """
            UPDATE checkout_draft SET language = $2, content = $3, updated_at = $4 WHERE session_id = $1""";
    /** Served by checkout_draft_content. */
    private static final String FORGET = """
            UPDATE checkout_draft d SET content = NULL FROM checkout_session s
             WHERE d.content IS NOT NULL AND s.id = d.session_id AND s.state IN ('COMPLETED', 'EXPIRED', 'CANCELLED')""";

    private final Pool pool;
    private final DataKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(Pool pool, DataKeys keys, ObjectMapper json, Clock clock) {
        this.pool = pool;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** An empty one before anything was told. */
    public Uni<Draft> of(String sessionId) {
        return keys.find(List.of(sessionId)).chain(ring -> pool.preparedQuery(FIND).execute(Tuple.of(sessionId))
                .map(rows -> read(rows, ring.keys().get(sessionId))));
    }

    public Uni<Draft> change(String sessionId, UnaryOperator<Draft> change) {
        return keys.obtain(sessionId)
                .onFailure(ErasedKeyException.class).transform(e -> CheckoutError.CHECKOUT_SESSION_EXPIRED.exception())
                .chain(key -> change(sessionId, key, change));
    }

    private Uni<Draft> change(String sessionId, DataKey key, UnaryOperator<Draft> change) {
        return pool.withTransaction(connection -> connection.preparedQuery(BEGIN).execute(Tuple.of(sessionId, now()))
                .chain(() -> connection.preparedQuery(LOCK).execute(Tuple.of(sessionId)))
                .map(rows -> change.apply(read(rows, key)))
                .call(draft -> connection.preparedQuery(UPDATE)
                        .execute(Tuple.of(sessionId, draft.language(), content(draft, key), now()))));
    }

    /** What students told for sessions that are over is in their bookings, or nobody's business any more. */
    Uni<Void> forgetEnded() {
        return pool.query(FORGET).execute().replaceWithVoid();
    }

    /** @param key the session's; without it nothing of the draft can be read any more */
    private Draft read(RowSet<Row> rows, DataKey key) {
        if (rows.size() == 0 || key == null) {
            return Draft.EMPTY;
        }
        Row row = rows.iterator().next();
        String content = row.getString("content");
        try {
            return (content == null ? Draft.EMPTY : json.readValue(key.open(Base64.getDecoder().decode(content)), Draft.class))
                    .speaking(row.getString("language"));
        } catch (IOException e) {
            throw new IllegalStateException("A draft cannot be read", e);
        }
    }

    private String content(Draft draft, DataKey key) {
        try {
            return Base64.getEncoder().encodeToString(key.seal(json.writeValueAsBytes(draft)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
