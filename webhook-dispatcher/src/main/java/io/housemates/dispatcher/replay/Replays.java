package io.housemates.dispatcher.replay;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.dispatcher.api.ApiDatabase;
import io.housemates.dispatcher.api.DispatcherError;
import io.housemates.platform.Ulids;
import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageRequest;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;

/** Makes, lists and steers replay jobs. */
@ApplicationScoped
class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);

    private static final String CREATE = """
            INSERT INTO replay (id, subscription_id, partner_id, scope, since, until, state, total, created_at, updated_at)
            SELECT $1, s.id, s.partner_id, $4::text, $5::timestamptz, $6::timestamptz, 'RUNNING',
                   CASE $4 WHEN 'all' THEN (%s) ELSE (%s) END, now(), now()
              FROM subscription s WHERE s.id = $2 AND s.partner_id = $3 AND s.enabled AND s.deleted_at IS NULL
            ON CONFLICT (subscription_id) WHERE state = 'RUNNING' DO NOTHING
            RETURNING *""".formatted(counted(ReplayEvents.ALL), counted(ReplayChunks.FAILED));
    private static final String LIST = """
            SELECT * FROM replay WHERE subscription_id = $1 AND partner_id = $2 ORDER BY id DESC LIMIT $3 OFFSET $4""";
    private static final String COUNT = "SELECT count(*) FROM replay WHERE subscription_id = $1 AND partner_id = $2";
    private static final String READ = "SELECT * FROM replay WHERE id = $1 AND partner_id = $2";
    private static final String STEER = """
            UPDATE replay SET state = $3, updated_at = now() WHERE id = $1 AND partner_id = $2 AND state = ANY($4)""";
    /** Served by replay_one_running. */
    private static final String OBSTACLE = """
            SELECT s.enabled AND s.deleted_at IS NULL AS enabled, r.id
              FROM subscription s LEFT JOIN replay r ON r.subscription_id = s.id AND r.state = 'RUNNING'
             WHERE s.id = $1""";
    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;
    private final Ulids ulids;
    private final Clock clock;

    Replays(@ReactiveDataSource(ApiDatabase.NAME) Pool pool, Ulids ulids, Clock clock) {
        this.pool = pool;
        this.ulids = ulids;
        this.clock = clock;
    }

    /** Counts what there is to do first; 409 when the subscription is disabled, or another replay of it runs. */
    Uni<Replay> create(String partnerId, String subscriptionId, ReplayRequest request) {
        ReplayRequest what = request.complete(clock.instant());
        return pool.preparedQuery(CREATE).execute(Tuple.tuple().addString(ulids.next()).addString(subscriptionId)
                .addString(partnerId).addString(what.scope()).addOffsetDateTime(what.since().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(what.until().atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.size() == 0 ? refused(subscriptionId)
                        : Uni.createFrom().item(Replay.of(rows.iterator().next())))
                .invoke(replay -> LOG.infof("Replay started replay=%s subscription=%s scope=%s total=%d", replay.id(),
                        subscriptionId, replay.scope(), replay.total()));
    }

    /** No further than it is of use: who sends a million again does not wait for them to be counted. */
    private static String counted(String what) {
        return "SELECT count(*) FROM (SELECT 1 " + what.formatted("s.id", "$5", "$6") + " LIMIT 100000) counted";
    }

    private <T> Uni<T> refused(String subscriptionId) {
        return pool.preparedQuery(OBSTACLE).execute(Tuple.of(subscriptionId)).map(rows -> {
            Row row = rows.iterator().next();
            throw !row.getBoolean("enabled") ? CommonError.CONFLICT.exception("The subscription is disabled.")
                    : row.getString("id") != null ? DispatcherError.REPLAY_RUNNING.exception(row.getString("id"))
                            : CommonError.CONFLICT.exception("Another replay has just ended; try again.");
        });
    }

    Uni<Page<Replay>> list(String partnerId, String subscriptionId, PageRequest page, String address) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(subscriptionId, partnerId))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(total -> pool.preparedQuery(LIST)
                        .execute(Tuple.of(subscriptionId, partnerId, page.perPage(), page.offset()))
                        .map(rows -> Page.of(StreamSupport.stream(rows.spliterator(), false).map(Replay::of).toList(), total,
                                page, address)));
    }

    Uni<Replay> read(String partnerId, String id) {
        return pool.preparedQuery(READ).execute(Tuple.of(id, partnerId)).map(rows -> {
            if (rows.size() == 0) {
                throw CommonError.NOT_FOUND.exception();
            }
            return Replay.of(rows.iterator().next());
        });
    }

    /** 409 when the job is in none of the states it can be moved from, or would be the second that runs. */
    Uni<Replay> steer(String partnerId, String id, String state, String... from) {
        return read(partnerId, id)
                .call(replay -> pool.preparedQuery(STEER)
                        .execute(Tuple.tuple().addString(id).addString(partnerId).addString(state).addArrayOfString(from))
                        .onFailure(Replays::isSecond).recoverWithUni(() -> refused(replay.subscriptionId()))
                        .invoke(rows -> {
                            if (rows.rowCount() == 0) {
                                throw CommonError.CONFLICT.exception("The replay is not in a state for this.");
                            }
                        }))
                .chain(() -> read(partnerId, id));
    }

    private static boolean isSecond(Throwable failure) {
        return failure instanceof PgException refusal && UNIQUE_VIOLATION.equals(refusal.getSqlState());
    }
}
