package io.housemates.dispatcher.replay;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.Ulids;
import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Makes, lists and steers replay jobs. */
@ApplicationScoped
class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);

    private static final String CREATE = """
            INSERT INTO replay (id, subscription_id, partner_id, scope, since, until, state, total, created_at, updated_at)
            SELECT $1, s.id, s.partner_id, $4::text, $5::timestamptz, $6::timestamptz, 'RUNNING',
                   CASE $4 WHEN 'all' THEN (%s) ELSE (%s) END, now(), now()
              FROM subscription s WHERE s.id = $2 AND s.partner_id = $3 AND s.enabled AND s.deleted_at IS NULL
            RETURNING *""".formatted("SELECT count(*) " + ReplayChunks.EVENTS.formatted("s.id", "$5", "$6"),
            "SELECT count(*) " + ReplayChunks.FAILED.formatted("s.id", "$5", "$6"));
    private static final String LIST = """
            SELECT * FROM replay WHERE subscription_id = $1 AND partner_id = $2 ORDER BY id DESC LIMIT $3 OFFSET $4""";
    private static final String COUNT = "SELECT count(*) FROM replay WHERE subscription_id = $1 AND partner_id = $2";
    private static final String READ = "SELECT * FROM replay WHERE id = $1 AND partner_id = $2";
    private static final String STEER = """
            UPDATE replay SET state = $3, updated_at = now() WHERE id = $1 AND partner_id = $2 AND state = ANY($4)""";

    private final Pool pool;
    private final Ulids ulids;
    private final Clock clock;

    Replays(Pool pool, Ulids ulids, Clock clock) {
        this.pool = pool;
        this.ulids = ulids;
        this.clock = clock;
    }

    /** Counts what there is to do first; 409 when the subscription is disabled. */
    Uni<Replay> create(String partnerId, String subscriptionId, ReplayRequest request) {
        ReplayRequest what = request.complete(clock.instant());
        return pool.preparedQuery(CREATE).execute(Tuple.tuple().addString(ulids.next()).addString(subscriptionId)
                .addString(partnerId).addString(what.scope()).addOffsetDateTime(what.since().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(what.until().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw CommonError.CONFLICT.exception("The subscription is disabled.");
                    }
                    Replay replay = Replay.of(rows.iterator().next());
                    LOG.infof("Replay started replay=%s subscription=%s scope=%s total=%d", replay.id(), subscriptionId,
                            replay.scope(), replay.total());
                    return replay;
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

    /** 409 when the job is in none of the states it can be moved from. */
    Uni<Replay> steer(String partnerId, String id, String state, String... from) {
        return read(partnerId, id)
                .chain(() -> pool.preparedQuery(STEER).execute(Tuple.tuple().addString(id).addString(partnerId).addString(state)
                        .addArrayOfString(from)))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw CommonError.CONFLICT.exception("The replay is not in a state for this.");
                    }
                })
                .chain(() -> read(partnerId, id));
    }
}
