package io.housemates.checkout.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The keys that clients used in the last 24 hours; all by the primary key (partner_id, key). */
@ApplicationScoped
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    /** Longer than any request takes; afterwards whoever claimed the key is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** A key is free when it is new, older than a day, or its claimer died. */
    private static final String CLAIM = """
            INSERT INTO idempotency_key AS k (partner_id, key, request_hash, created_at, lease_until) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (partner_id, key) DO UPDATE
              SET request_hash = excluded.request_hash, created_at = excluded.created_at, lease_until = excluded.lease_until,
                  status = NULL, answer = NULL
              WHERE k.created_at < $6 OR k.status IS NULL AND k.lease_until < $4 AND k.request_hash = excluded.request_hash""";
    private static final String READ = "SELECT request_hash, status, answer FROM idempotency_key "
            + "WHERE partner_id = $1 AND key = $2";
    private static final String KEEP = "UPDATE idempotency_key SET status = $3, answer = $4 WHERE partner_id = $1 AND key = $2";
    private static final String KEEP_IN_TRANSACTION = KEEP.replace('$', '?');
    private static final String FREE = "DELETE FROM idempotency_key WHERE partner_id = $1 AND key = $2 AND status IS NULL";

    private final Pool pool;
    private final Clock clock;

    IdempotencyKeys(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Null when the key is now ours, otherwise the first answer to it. */
    Uni<StoredAnswer> claim(IdempotentRequest request) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(request.partnerId(), request.key(), request.hash(), now, now.plus(LEASE), now.minus(KEPT)))
                .chain(rows -> rows.rowCount() == 1 ? Uni.createFrom().nullItem() : read(request));
    }

    private Uni<StoredAnswer> read(IdempotentRequest request) {
        return pool.preparedQuery(READ).execute(Tuple.of(request.partnerId(), request.key()))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .map(row -> stored(row, request));
    }

    private static StoredAnswer stored(Row row, IdempotentRequest request) {
        if (row == null || row.getInteger("status") == null && row.getString("request_hash").equals(request.hash())) {
            throw CheckoutError.IDEMPOTENCY_KEY_IN_USE.exception();
        }
        if (!row.getString("request_hash").equals(request.hash())) {
            throw CheckoutError.IDEMPOTENCY_KEY_REUSED.exception();
        }
        return new StoredAnswer(row.getInteger("status"), SealedAnswer.open(row.getString("answer"), request));
    }

    Uni<Void> keep(IdempotentRequest request, StoredAnswer answer) {
        return pool.preparedQuery(KEEP).execute(Tuple.of(request.partnerId(), request.key(), answer.status(),
                SealedAnswer.seal(answer.body(), request))).replaceWithVoid();
    }

    /** Joins the caller's transaction. */
    Uni<Void> keepInTransaction(IdempotentRequest request, StoredAnswer answer) {
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP_IN_TRANSACTION)
                .setParameter(1, request.partnerId()).setParameter(2, request.key()).setParameter(3, answer.status())
                .setParameter(4, SealedAnswer.seal(answer.body(), request)).executeUpdate()).replaceWithVoid();
    }

    Uni<Void> free(IdempotentRequest request) {
        return pool.preparedQuery(FREE).execute(Tuple.of(request.partnerId(), request.key())).replaceWithVoid();
    }

    /** Served by idempotency_key_created_at. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return pool.preparedQuery("DELETE FROM idempotency_key WHERE created_at < $1")
                .execute(Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))).replaceWithVoid();
    }
}
