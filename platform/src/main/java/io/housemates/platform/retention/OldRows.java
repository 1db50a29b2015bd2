package io.housemates.platform.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Rows of one table that nothing else depends on.
 *
 * @param time the column that tells their age, with an index; rows without it stay
 */
public record OldRows(Pool pool, String name, String table, String time, Period kept) implements Retained {

    @Override
    public Instant dueBefore(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(kept).toInstant();
    }

    @Override
    public Uni<Due> due(Instant before) {
        return pool.preparedQuery("SELECT count(*), min(%1$s) FROM %2$s WHERE %1$s < $1".formatted(time, table))
                .execute(Tuple.of(utc(before))).map(Due::of);
    }

    @Override
    public Uni<Integer> remove(Instant before, int atMost) {
        return pool.preparedQuery("""
                DELETE FROM %2$s WHERE ctid = ANY(ARRAY(
                    SELECT ctid FROM %2$s WHERE %1$s < $1 ORDER BY %1$s LIMIT $2 FOR UPDATE SKIP LOCKED))"""
                .formatted(time, table)).execute(Tuple.of(utc(before), atMost)).map(rows -> rows.rowCount());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
